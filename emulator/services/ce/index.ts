import { AwsError } from '../../toolkit/errors';
import { guarded, type JsonService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import type { CostExplorerOperations } from './api';
import { monitorOperations } from './monitors';
import { CostExplorerState } from './state';
import { subscriptionOperations } from './subscriptions';
import { tagOperations } from './tags';

/** Cost Anomaly Detection, which is the part of Cost Explorer that keeps anything. */
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
    operations: guarded(operations, ({ account }) => requireEnabled(world, account)),
    leftovers: () => [...monitors.leftovers(), ...subscriptions.leftovers()],
  };
}

/** Refuses every call of a member until the management account has opened Cost Explorer. */
function requireEnabled({ settings: { costExplorer, managementAccount } }: World, account: string): void {
  if (!costExplorer && account !== managementAccount)
    throw new AwsError('AccessDeniedException', 'User not enabled for cost explorer access');
}
