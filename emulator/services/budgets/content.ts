import type { Json } from '../../toolkit/untyped';
import { invalid } from './state';

/** Dimensions that a budget can be cut by. Source: Budgets API Reference, Budget, `CostFilters`. */
const FILTERS = [
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

const INCLUDED = ['Tax', 'Subscription', 'Refund', 'Credit', 'Upfront', 'Recurring', 'OtherSubscription', 'Support'];

/** Every kind of cost, as AWS counts where a request says nothing. */
const COST_TYPES: Json = {
  ...Object.fromEntries([...INCLUDED, 'Discount'].map((kind) => [`Include${kind}`, true])),
  UseBlended: false,
  UseAmortized: false,
};

/** From the beginning of 2025 to the end that AWS gives a budget without one, in seconds. */
const TIME_PERIOD = { Start: 1_735_689_600, End: 3_706_473_600 };

/** A budget as AWS keeps it: checked, and with every default. */
export function budgetSettings(budget: Json): Json {
  const { BudgetName, BudgetType, TimeUnit, BudgetLimit, CostFilters = {}, CostTypes, TimePeriod } = budget;
  // Source: service model of Budgets, shape BudgetName.
  if (!/^[^:\\]{1,100}$/.test(BudgetName ?? '') || /\/action\//.test(BudgetName))
    throw invalid(`'${BudgetName}' is no name of a budget.`);
  if (BudgetType !== 'COST') throw invalid(`Budgets of type ${BudgetType} are not emulated.`);
  if (!['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY'].includes(TimeUnit))
    throw invalid(`Unknown time unit ${TimeUnit}.`);
  checkFilters(CostFilters);
  return {
    BudgetName,
    BudgetType,
    TimeUnit,
    BudgetLimit: limit(BudgetLimit),
    CostFilters,
    CostTypes: { ...COST_TYPES, ...CostTypes },
    TimePeriod: { ...TIME_PERIOD, ...TimePeriod },
  };
}

function limit({ Amount, Unit }: Json = {}): Json {
  if (!/^([0-9]*\.)?[0-9]+$/.test(Amount ?? '') || Number(Amount) <= 0)
    throw invalid(`Budget limit amount should be a positive number, and is '${Amount}'.`);
  if (Unit !== 'USD') throw invalid(`A cost budget is in USD, and this one is in '${Unit}'.`);
  // AWS answers with a fraction, whatever it was sent.
  return { Amount: /\./.test(Amount) ? Amount : `${Amount}.0`, Unit };
}

function checkFilters(filters: Json): void {
  for (const [name, values] of Object.entries(filters)) {
    if (!FILTERS.includes(name)) throw invalid(`Unsupported cost filter '${name}'.`);
    if (!Array.isArray(values) || values.length === 0) throw invalid(`The cost filter '${name}' has no values.`);
  }
}
