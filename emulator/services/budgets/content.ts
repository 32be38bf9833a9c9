import type { Budget, CostTypes, Spend, TimeUnit } from '@aws-sdk/client-budgets';
import type { Shape } from './api';
import { invalid } from './errors';
import type { Settings } from './state';

/** Dimensions that a budget can be cut by. Source: Budgets API Reference, Budget, `CostFilters`. */
const dimensions = [
  'AZ',
  'BillingEntity',
  'CostCategory',
  'InstanceType',
  'LegalEntityName',
  'LinkedAccount',
  'Operation',
  'PurchaseType',
  'Region',
  'Service',
  'TagKeyValue',
  'UsageType',
  'UsageTypeGroup',
];

const timeUnits: readonly TimeUnit[] = ['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY'];

/** A tag of users or of AWS. Source: AWS CLI Command Reference, budgets create-budget, example of a cost filter. */
const tagFilter = /^(user|aws):[^$]+\$/;

/** Every kind of cost, as AWS counts where a request says nothing. */
const usualCostTypes: Shape<CostTypes> = {
  IncludeTax: true,
  IncludeSubscription: true,
  IncludeRefund: true,
  IncludeCredit: true,
  IncludeUpfront: true,
  IncludeRecurring: true,
  IncludeOtherSubscription: true,
  IncludeSupport: true,
  IncludeDiscount: true,
  UseBlended: false,
  UseAmortized: false,
};

/** The end that AWS gives a budget without one: 2087-06-15, in seconds. Source: Budgets API Reference, TimePeriod. */
const usualEnd = 3_706_473_600;

/** A budget as AWS keeps it from now on: checked, and with every default. */
export function budgetSettings(budget: Partial<Shape<Budget>> = {}, now: Date): Settings {
  const { BudgetName = '', BudgetType, TimeUnit, BudgetLimit, CostFilters = {}, CostTypes, TimePeriod } = budget;
  // Source: service model of Budgets, shape BudgetName.
  if (!/^[^:\\]{1,100}$/.test(BudgetName) || /\/action\//.test(BudgetName))
    throw invalid(`'${BudgetName}' is no name of a budget.`);
  if (BudgetType !== 'COST') throw invalid(`Budgets of type ${BudgetType} are not emulated.`);
  if (TimeUnit === undefined || !timeUnits.includes(TimeUnit)) throw invalid(`Unknown time unit ${TimeUnit}.`);
  checkFilters(CostFilters);
  return {
    BudgetName,
    BudgetType,
    TimeUnit,
    BudgetLimit: limit(BudgetLimit),
    CostFilters,
    CostTypes: { ...usualCostTypes, ...CostTypes },
    TimePeriod: { Start: startOf(TimeUnit, now) / 1000, End: usualEnd, ...TimePeriod },
  };
}

/** "AWS defaults to the start of your chosen time period." Source: Budgets API Reference, TimePeriod. */
function startOf(unit: TimeUnit, now: Date): number {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()] as const;
  switch (unit) {
    case 'DAILY':
      return Date.UTC(year, month, day);
    case 'QUARTERLY':
      return Date.UTC(year, month - (month % 3));
    case 'ANNUALLY':
      return Date.UTC(year, 0);
    default:
      return Date.UTC(year, month);
  }
}

function limit({ Amount = '', Unit }: Partial<Shape<Spend>> = {}): Shape<Spend> {
  if (!/^([0-9]*\.)?[0-9]+$/.test(Amount) || Number(Amount) <= 0)
    throw invalid(`Budget limit amount should be a positive number, and is '${Amount}'.`);
  if (Unit !== 'USD') throw invalid(`A cost budget is in USD, and this one is in '${Unit}'.`);
  // AWS answers with a fraction, whatever it was sent.
  return { Amount: /\./.test(Amount) ? Amount : `${Amount}.0`, Unit };
}

function checkFilters(filters: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, values] of Object.entries(filters)) {
    if (!dimensions.includes(name)) throw invalid(`Unsupported cost filter '${name}'.`);
    if (!Array.isArray(values) || values.length === 0) throw invalid(`The cost filter '${name}' has no values.`);
    const misspelt = name === 'TagKeyValue' && values.find((value) => !tagFilter.test(value));
    if (misspelt) throw invalid(`The cost filter 'TagKeyValue' takes 'user:key$value', and not '${misspelt}'.`);
  }
}
