import type { Budget as Description } from '@aws-sdk/client-budgets';
import { tagMap } from '../../toolkit/tags';
import type { BudgetsCall, BudgetsOperations, Shape } from './api';
import { budgetSettings } from './content';
import { accessDenied, duplicate } from './errors';
import { addNotification } from './notifications';
import type { Budget, BudgetsState } from './state';

/** Budgets of the caller's own account. */
export const budgetOperations = (state: BudgetsState): BudgetsOperations => ({
  CreateBudget: (call) => create(state, call),
  DescribeBudget: ({ account, input }) => ({ Budget: describe(state.find(account, input.BudgetName)) }),
  DescribeBudgets: ({ account }) => ({ Budgets: state.budgets.list(account).map(describe) }),
  UpdateBudget: ({ account, input }) => {
    const { clock } = state.world;
    const settings = budgetSettings(input.NewBudget, clock.now());
    const budget = state.find(account, settings.BudgetName);
    budget.settings = settings;
    budget.updated = clock.seconds();
    return {};
  },
  DeleteBudget: ({ account, input }) => {
    state.budgets.delete(account, state.find(account, input.BudgetName).name);
    return {};
  },
});

function create({ budgets, world }: BudgetsState, { account, input }: BudgetsCall<'CreateBudget'>) {
  const { costExplorer, managementAccount } = world.settings;
  if (!costExplorer && account !== managementAccount)
    throw accessDenied(
      `Account ${account} is a linked account. To enable budgets for your account, ask the payer account to enable budgets first.`,
    );
  const settings = budgetSettings(input.Budget, world.clock.now());
  const name = settings.BudgetName;
  if (budgets.get(account, name)) throw duplicate(`Error creating budget: ${name} - the budget already exists.`);
  const budget: Budget = {
    name,
    arn: `arn:aws:budgets::${account}:budget/${name}`,
    settings,
    updated: world.clock.seconds(),
    alerts: [],
    tags: tagMap(input.ResourceTags),
  };
  for (const notification of input.NotificationsWithSubscribers ?? []) addNotification(budget, account, notification);
  budgets.set(budget, account, name);
  return {};
}

const nothing = { Amount: '0.0', Unit: 'USD' };

const describe = ({ settings, updated }: Budget): Shape<Description> => ({
  ...settings,
  CalculatedSpend: { ActualSpend: nothing },
  LastUpdatedTime: updated,
});
