import type { JsonService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import type { CloudTrailOperations } from './api';
import { eventHistoryOperations } from './event-history';
import { insightOperations } from './insights';
import { loggingOperations } from './logging';
import { delegationOperations } from './organization';
import { selectorOperations } from './selectors';
import { Trails } from './state';
import { tagOperations } from './tags';
import { trailOperations } from './trails';

/** CloudTrail's trails, of accounts and of the organization, and the event history of each account. */
export function cloudtrail(world: World): JsonService & Inventory {
  const trails = new Trails(world);
  const operations: CloudTrailOperations = {
    ...trailOperations(trails),
    ...loggingOperations(trails),
    ...selectorOperations(trails),
    ...insightOperations(trails),
    ...tagOperations(trails),
    ...delegationOperations(trails),
    ...eventHistoryOperations(world),
  };
  return {
    protocol: 'json',
    name: 'cloudtrail',
    operations,
    leftovers: () =>
      trails.all().map(({ owner, homeRegion, settings }) => ({
        account: owner,
        resource: `${homeRegion} trail ${settings.Name}`,
      })),
  };
}
