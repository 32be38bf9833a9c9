import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { insightOperations } from './insights';
import { loggingOperations } from './logging';
import { delegationOperations } from './organization';
import { selectorOperations } from './selectors';
import { Trails } from './state';
import { tagOperations } from './tags';
import { trailOperations } from './trails';

/** CloudTrail's trails, of accounts and of the organization. */
export function cloudtrail(world: World): Service & Inventory {
  const trails = new Trails(world);
  return {
    protocol: 'json',
    name: 'cloudtrail',
    operations: {
      ...trailOperations(trails),
      ...loggingOperations(trails),
      ...selectorOperations(trails),
      ...insightOperations(trails),
      ...tagOperations(trails),
      ...delegationOperations(trails),
    },
    leftovers: () =>
      trails.all().map(({ owner, homeRegion, settings }) => ({
        account: owner,
        resource: `${homeRegion} trail ${settings.Name}`,
      })),
  };
}
