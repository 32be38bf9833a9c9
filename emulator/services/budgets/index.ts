import { AwsError } from '../../toolkit/errors';
import type { Service } from '../../toolkit/service';
import type { Handler } from '../../toolkit/untyped';
import type { Inventory, World } from '../../world';
import { budgetOperations, tagOperations } from './budgets';
import { notificationOperations } from './notifications';
import { BudgetsState } from './state';

/** AWS Budgets: cost budgets with their notifications, and who may have them. */
export function budgets(world: World): Service & Inventory {
  const state = new BudgetsState(world);
  world.organization.onLeave((account) => {
    for (const { name } of state.budgets.list(account)) state.budgets.delete(account, name);
  });
  return {
    protocol: 'json',
    name: 'budgets',
    operations: {
      ...ownAccountOnly({ ...budgetOperations(state), ...notificationOperations(state) }),
      ...tagOperations(state),
    },
    leftovers: () =>
      state.budgets.entries().map(([[account = ''], { name }]) => ({ account, resource: `global budget ${name}` })),
  };
}

/** The account stands in each request, and a caller manages no other's budgets. */
const ownAccountOnly = (operations: Record<string, Handler>): Record<string, Handler> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, handle]): [string, Handler] => [
      name,
      (call) => {
        if (call.input.AccountId !== call.account)
          throw new AwsError('AccessDeniedException', `Not authorized to manage budgets of ${call.input.AccountId}.`);
        return handle(call);
      },
    ]),
  );
