import type { Call } from '../../toolkit/call';
import { guarded, type JsonService } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import type { BudgetsOperations } from './api';
import { budgetOperations } from './budgets';
import { accessDenied } from './errors';
import { notificationOperations } from './notifications';
import { BudgetsState } from './state';
import { tagOperations } from './tags';

/** AWS Budgets: cost budgets with their notifications, and who may have them. */
export function budgets(world: World): JsonService & Inventory {
  const state = new BudgetsState(world);
  world.organization.onLeave((account) => state.budgets.deleteAll(account));
  const ofAnAccount: BudgetsOperations = { ...budgetOperations(state), ...notificationOperations(state) };
  return {
    protocol: 'json',
    name: 'budgets',
    operations: { ...guarded(ofAnAccount, requireOwnAccount), ...tagOperations(state) },
    leftovers: () =>
      state.budgets.entries().map(([[account = ''], { name }]) => ({ account, resource: `global budget ${name}` })),
  };
}

/** The account stands in each request, and a caller manages no other's budgets. */
function requireOwnAccount({ account, input }: Call<{ readonly AccountId?: string }>): void {
  if (input.AccountId !== account) throw accessDenied(`Not authorized to manage budgets of ${input.AccountId}.`);
}
