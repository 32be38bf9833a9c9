import { AwsError } from '../../toolkit/errors';
import { resourceTagOperations } from '../../toolkit/resource-tags';
import type { Handler, Json } from '../../toolkit/untyped';
import { budgetSettings } from './content';
import { addNotification } from './notifications';
import { type Budget, type BudgetsState, duplicate, invalid } from './state';

/** Budgets of the caller's own account. */
export function budgetOperations(state: BudgetsState): Record<string, Handler> {
  return {
    CreateBudget: (call) => {
      const { account, input } = call;
      checkPayer(state, account);
      const settings = budgetSettings(input.Budget);
      const name: string = settings.BudgetName;
      if (state.budgets.get(account, name))
        throw duplicate(`Error creating budget: ${name} - the budget already exists.`);
      const budget: Budget = {
        name,
        arn: `arn:aws:budgets::${account}:budget/${name}`,
        settings,
        notifications: [],
        tags: new Map((input.ResourceTags ?? []).map(({ Key, Value }: Json) => [Key, Value])),
      };
      for (const { Notification, Subscribers } of input.NotificationsWithSubscribers ?? [])
        addNotification(budget, account, Notification, Subscribers);
      state.budgets.set(budget, account, name);
      return {};
    },
    DescribeBudget: (call) => ({ Budget: output(state.find(call)) }),
    DescribeBudgets: ({ account }) => ({ Budgets: state.budgets.list(account).map(output) }),
    UpdateBudget: (call) => {
      const settings = budgetSettings(call.input.NewBudget);
      state.find({ ...call, input: settings }).settings = settings;
      return {};
    },
    DeleteBudget: (call) => {
      state.budgets.delete(call.account, state.find(call).name);
      return {};
    },
  };
}

/** Tags of budgets, by their ARN. */
export const tagOperations = (state: BudgetsState): Record<string, Handler> =>
  resourceTagOperations(({ account, input }) => {
    const budget = state.budgets.list(account).find(({ arn }) => arn === input.ResourceARN);
    if (!budget) throw invalid(`There is no resource ${input.ResourceARN}.`);
    return budget;
  });

function checkPayer({ world }: BudgetsState, account: string): void {
  if (!world.settings.costExplorer && account !== world.settings.managementAccount)
    throw new AwsError(
      'AccessDeniedException',
      `Account ${account} is a linked account. To enable budgets for your account, ask the payer account to enable budgets first.`,
    );
}

const nothing = { Amount: '0.0', Unit: 'USD' };

const output = ({ settings }: Budget): Json => ({
  ...settings,
  CalculatedSpend: { ActualSpend: nothing },
  LastUpdatedTime: settings.TimePeriod.Start,
});
