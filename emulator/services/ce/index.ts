import { AwsError } from '../../toolkit/errors';
import { resourceTagOperations } from '../../toolkit/resource-tags';
import type { Service } from '../../toolkit/service';
import type { Handler } from '../../toolkit/untyped';
import type { Inventory, World } from '../../world';
import { monitorOperations } from './monitors';
import { CostExplorerState, type Resource } from './state';
import { subscriptionOperations } from './subscriptions';

/** Cost Anomaly Detection, which is the part of Cost Explorer that keeps anything. */
export function ce(world: World): Service & Inventory {
  const state = new CostExplorerState(world);
  const stores = [state.monitors, state.subscriptions];
  const operations = { ...monitorOperations(state), ...subscriptionOperations(state), ...tagOperations(state) };
  world.organization.onLeave((account) => {
    for (const store of stores) for (const [key] of store.entries()) if (key[0] === account) store.delete(...key);
  });
  return {
    protocol: 'json',
    name: 'ce',
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, handle]): [string, Handler] => [
        name,
        (call) => {
          state.checkEnabled(call);
          return handle(call);
        },
      ]),
    ),
    leftovers: () =>
      stores
        .flatMap((store) => store.entries())
        .map(([[account = ''], { arn }]) => ({ account, resource: `global ${arn.split(':').at(-1)}` })),
  };
}

const tagOperations = (state: CostExplorerState): Record<string, Handler> =>
  resourceTagOperations(({ account, input }) => {
    const all: Resource[] = [...state.monitors.list(account), ...state.subscriptions.list(account)];
    const resource = all.find(({ arn }) => arn === input.ResourceArn);
    if (!resource) throw new AwsError('ResourceNotFoundException', `There is no resource ${input.ResourceArn}.`);
    return resource;
  });
