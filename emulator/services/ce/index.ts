import { AwsError } from '../../toolkit/errors';
import { guarded, type JsonService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { allocationTagOperations } from './allocation-tags';
import type { CostExplorerOperations } from './api';
import { monitorOperations } from './monitors';
import { CostExplorerState } from './state';
import { subscriptionOperations } from './subscriptions';
import { tagOperations } from './tags';

/** Cost Anomaly Detection and cost allocation tags, which are the parts of Cost Explorer that keep anything. */
export function ce(world: World): JsonService & Inventory {
  const state = new CostExplorerState(world);
  const { monitors, subscriptions } = state;
  world.organization.onLeave((account) => {
    monitors.forget(account);
    subscriptions.forget(account);
  });
  const operations: CostExplorerOperations = {
    ...monitorOperations(state),
    ...subscriptionOperations(state),
    ...tagOperations(state),
  };
  return {
    protocol: 'json',
    name: 'ce',
    operations: {
      ...guarded(operations, () => requireEnabled(world)),
      ...allocationTagOperations(state),
    },
    leftovers: () => [...monitors.leftovers(), ...subscriptions.leftovers()],
  };
}

/** Refuses every call until the management account has opened Cost Explorer, its own among them: no API does so. */
function requireEnabled({ settings: { costExplorer } }: World): void {
  if (!costExplorer) throw new AwsError('AccessDeniedException', 'User not enabled for cost explorer access');
}
