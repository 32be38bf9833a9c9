import type { AccountSpec } from '../../schema/forms/account';
import type { SettingsSpec } from '../../schema/forms/settings';
import { accountId, allResources, find, placeOf, reference, resource, resources, synth } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

type Budget = NonNullable<AccountSpec['budget']>;

const regions = ['eu-central-1', 'eu-west-1'];

/** A zone in which one account has a budget: with models, without, or outside the organization. */
const zoneWith = (name: string, budget: Budget | undefined, costs: SettingsSpec['costs'] = {}) =>
  zoneOf({
    controls: [],
    settings: { regions, costs },
    accounts: sampleAccounts()
      .filter((account) => account.role || account.name === name)
      .map((account) => {
        if (account.name !== name) return account;
        return account.ai ? { ...account, ai: { dataClassification: 'internal', budget } } : { ...account, budget };
      }),
  });
const synthWith = (...change: Parameters<typeof zoneWith>) => synth(zoneWith(...change));
const costWith = (...change: Parameters<typeof zoneWith>) => find(synthWith(...change), 'cost');

const monthlyUsd = 1000.5;
const withServices = {
  monthlyUsd,
  services: { 'Amazon SageMaker': 700, 'Claude 3.5 (Amazon Bedrock Edition)': 200 },
};
const zone = zoneWith('models', withServices);
const stacks = synth(zone);
const cost = find(stacks, 'cost');
const budget = (name: string) => resource(cost, 'aws_budgets_budget', name);
const ofModels = { name: 'LinkedAccount', values: [accountId('models')] };

const alert = (notification_type: string, threshold: number, ...addresses: string[]) => ({
  comparison_operator: 'GREATER_THAN',
  notification_type,
  subscriber_email_addresses: addresses,
  threshold,
  threshold_type: 'PERCENTAGE',
});

describe('the budget of an account', () => {
  it('counts every cost of a month of it, since third-party models are billed as products of their own', () => {
    expect(budget('account-models')).toMatchObject({
      name: 'acme-ai-account-models',
      budget_type: 'COST',
      time_unit: 'MONTHLY',
      limit_amount: '1000.5',
      limit_unit: 'USD',
      cost_filter: [ofModels],
    });
  });

  it('does not let credits hide what is spent', () => {
    expect(budget('account-models').cost_types).toEqual({ include_credit: false, include_refund: false });
  });

  it('tells the address of the account at each share, and when the forecast is above the limit', () => {
    const address = 'aws+models@example.com';
    expect(budget('account-models').notification).toEqual([
      ...[50, 80, 100].map((percent) => alert('ACTUAL', percent, address)),
      alert('FORECASTED', 100, address),
    ]);
  });

  it('stands beside one of each service that has its own, in the account that pays', () => {
    expect(Object.entries(resources(cost, 'aws_budgets_budget')).map(([id, { name }]) => [id, name])).toEqual([
      ['account-models', 'acme-ai-account-models'],
      ['account-models_amazon-sagemaker', 'acme-ai-account-models-Amazon SageMaker'],
      [
        'account-models_claude-3-5-amazon-bedrock-edition',
        'acme-ai-account-models-Claude 3.5 (Amazon Bedrock Edition)',
      ],
    ]);
    expect(budget('account-models_amazon-sagemaker').cost_filter).toEqual([
      ofModels,
      { name: 'Service', values: ['Amazon SageMaker'] },
    ]);
    for (const body of Object.values(resources(cost, 'aws_budgets_budget'))) {
      expect(placeOf(zone, cost, body)).toBe('management/eu-central-1');
      expect(body).not.toHaveProperty('region');
      expect(body).not.toHaveProperty('lifecycle');
    }
  });

  it('tells whom it is told to', () => {
    const notify = ['a@example.com', 'b@example.com'];
    const told = costWith('models', { monthlyUsd, notify, alertsAtPercent: [] });
    expect(resource(told, 'aws_budgets_budget', 'account-models').notification).toEqual([
      alert('FORECASTED', 100, ...notify),
    ]);
    expect(resource(told, 'aws_ce_anomaly_subscription', 'account-models-anomalies-subscription').subscriber).toEqual(
      notify.map((address) => ({ type: 'EMAIL', address })),
    );
  });

  it('says nothing of the forecast where that is off', () => {
    const silent = costWith('models', { monthlyUsd, alertsAtPercent: [90], forecastAtPercent: 'off' });
    const { notification } = resource(silent, 'aws_budgets_budget', 'account-models');
    expect(notification).toMatchObject([{ notification_type: 'ACTUAL', threshold: 90 }]);
  });

  it('is not there where nobody asks for one, and its stack stays, or nothing would take the last one away', () => {
    expect(allResources(costWith('models', undefined))).toEqual([]);
  });

  it('of an account without models is the same, and that of the management account counts its own costs', () => {
    const sandbox = costWith('sandbox', { monthlyUsd });
    expect(resource(sandbox, 'aws_budgets_budget', 'account-sandbox').cost_filter).toEqual([
      { name: 'LinkedAccount', values: [accountId('sandbox')] },
    ]);
    const management = costWith('management', { monthlyUsd });
    expect(resource(management, 'aws_budgets_budget', 'account-management').cost_filter).toEqual([
      { name: 'LinkedAccount', values: ['111122223333'] },
    ]);
  });
});

describe('the watch on anomalies', () => {
  const monitor = (stack: typeof cost) => resource(stack, 'aws_ce_anomaly_monitor', 'account-models-anomalies-monitor');

  it('is of one account, which AWS allows many of, and reports once a day by e-mail what costs more than the threshold', () => {
    expect(monitor(cost)).toMatchObject({ name: 'acme-ai-account-models', monitor_type: 'CUSTOM' });
    // All members, or the provider reads back something else and plans another monitor.
    expect(JSON.parse(monitor(cost).monitor_specification)).toEqual({
      And: null,
      CostCategories: null,
      Dimensions: { Key: 'LINKED_ACCOUNT', MatchOptions: null, Values: [accountId('models')] },
      Not: null,
      Or: null,
      Tags: null,
    });
    expect(resource(cost, 'aws_ce_anomaly_subscription', 'account-models-anomalies-subscription')).toMatchObject({
      frequency: 'DAILY',
      monitor_arn_list: [reference('aws_ce_anomaly_monitor.account-models-anomalies-monitor.arn')],
      subscriber: [{ type: 'EMAIL', address: 'aws+models@example.com' }],
      threshold_expression: {
        dimension: {
          key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          match_options: ['GREATER_THAN_OR_EQUAL'],
          values: ['100'],
        },
      },
    });
  });

  it('can be left out', () => {
    const off = costWith('models', { monthlyUsd, anomalies: { enabled: false } });
    expect(resources(off, 'aws_ce_anomaly_subscription')).toEqual({});
    expect(resources(off, 'aws_ce_anomaly_monitor')).toEqual({});
  });
});

describe('what release 0.1.0 made in the account itself', () => {
  const forgotten = (from: string) => ({ from, lifecycle: { destroy: false } });

  it('is forgotten and not destroyed', () => {
    expect(find(stacks, 'ai-models').json.removed).toEqual([
      forgotten('aws_budgets_budget.budget'),
      forgotten('aws_budgets_budget.budget-amazon-sagemaker'),
      forgotten('aws_budgets_budget.budget-claude-3-5-amazon-bedrock-edition'),
      forgotten('aws_ce_anomaly_monitor.anomaly-monitor'),
      forgotten('aws_ce_anomaly_subscription.anomaly-subscription'),
    ]);
  });

  it('is not spoken of where an account has no budget', () => {
    expect(find(synthWith('models', undefined), 'ai-models').json.removed).toBeUndefined();
  });
});

describe('the budget of an account outside the organization', () => {
  const partner = find(synthWith('partner', { monthlyUsd, services: { 'AWS Lambda': 5 } }), 'account-partner');

  it('stands in the account, which pays by itself', () => {
    expect(Object.entries(resources(partner, 'aws_budgets_budget')).map(([id, { name }]) => [id, name])).toEqual([
      ['budget', 'acme-ai-cost'],
      ['budget_aws-lambda', 'acme-ai-cost-AWS Lambda'],
    ]);
    expect(resource(partner, 'aws_budgets_budget', 'budget')).not.toHaveProperty('cost_filter');
    expect(resource(partner, 'aws_ce_anomaly_monitor', 'anomaly-monitor')).toMatchObject({
      monitor_type: 'DIMENSIONAL',
      monitor_dimension: 'SERVICE',
    });
  });

  it('uses the monitor that AWS made, because an account has one', () => {
    const monitorArn = 'arn:aws:ce::333344445555:anomalymonitor/01234567-89ab-cdef-0123-456789abcdef';
    const reused = find(synthWith('partner', { monthlyUsd, anomalies: { monitorArn } }), 'account-partner');
    expect(resources(reused, 'aws_ce_anomaly_monitor')).toEqual({});
    const { monitor_arn_list } = resource(reused, 'aws_ce_anomaly_subscription', 'anomaly-subscription');
    expect(monitor_arn_list).toEqual([monitorArn]);
  });
});

describe('the budgets of the organization', () => {
  const costs: SettingsSpec['costs'] = {
    allocationTags: ['owner', 'team:cost'],
    budgets: [
      { name: 'everything', monthlyUsd: 9000 },
      { name: 'core', monthlyUsd: 100, accounts: ['security', 'management'], services: { 'Amazon Athena': 10 } },
      {
        name: 'research',
        monthlyUsd: 50,
        tag: { key: 'owner', values: ['research', 'labs'] },
        notify: ['c@example.com'],
      },
    ],
  };
  const shared = costWith('models', undefined, costs);
  const sharedBudget = (name: string) => resource(shared, 'aws_budgets_budget', `costs-${name}`);

  it('count all accounts, and tell the address of the management account', () => {
    expect(sharedBudget('everything')).toMatchObject({ name: 'acme-ai-costs-everything', limit_amount: '9000' });
    expect(sharedBudget('everything')).not.toHaveProperty('cost_filter');
    expect(sharedBudget('everything').notification[0].subscriber_email_addresses).toEqual([
      'aws+management@example.com',
    ]);
  });

  it('count some accounts together, and single services of them', () => {
    const only = { name: 'LinkedAccount', values: [accountId('security'), '111122223333'] };
    expect(sharedBudget('core').cost_filter).toEqual([only]);
    expect(sharedBudget('core_amazon-athena').cost_filter).toEqual([
      only,
      { name: 'Service', values: ['Amazon Athena'] },
    ]);
  });

  it('count what has a tag, once AWS splits the bill by it', () => {
    expect(sharedBudget('research')).toMatchObject({
      cost_filter: [{ name: 'TagKeyValue', values: ['user:owner$research', 'user:owner$labs'] }],
      depends_on: ['aws_ce_cost_allocation_tag.allocation-tag-owner'],
    });
    expect(sharedBudget('research').notification[0].subscriber_email_addresses).toEqual(['c@example.com']);
  });

  it('have every tag that is listed switched on', () => {
    const tags = Object.values(resources(shared, 'aws_ce_cost_allocation_tag'));
    expect(tags.map(({ tag_key, status }) => [tag_key, status])).toEqual([
      ['owner', 'Active'],
      ['team:cost', 'Active'],
    ]);
  });
});
