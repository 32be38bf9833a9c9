import type { AccountSpec } from '../../schema/forms/account';
import { find, placeOf, reference, resource, resources, synth } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

type Budget = NonNullable<AccountSpec['ai']>['budget'];

const zoneWith = (budget: Budget) =>
  zoneOf({
    controls: [],
    settings: { regions: ['eu-central-1', 'eu-west-1'] },
    accounts: sampleAccounts()
      .filter(({ name, role }) => role || name === 'models')
      .map((account) =>
        account.name === 'models' ? { ...account, ai: { dataClassification: 'internal', budget } } : account,
      ),
  });
const stackWith = (budget: Budget) => find(synth(zoneWith(budget)), 'ai-models');

const monthlyUsd = 1000.5;
const zone = zoneWith({
  monthlyUsd,
  services: { 'Amazon SageMaker': 700, 'Claude 3.5 (Amazon Bedrock Edition)': 200 },
});
const stack = find(synth(zone), 'ai-models');
const budget = (name: string) => resource(stack, 'aws_budgets_budget', name);

describe('the budget of an account', () => {
  it('counts every cost of a month, since third-party models are billed as products of their own', () => {
    expect(budget('budget')).toMatchObject({
      name: 'acme-ai-ai',
      budget_type: 'COST',
      time_unit: 'MONTHLY',
      limit_amount: '1000.5',
      limit_unit: 'USD',
    });
    expect(budget('budget')).not.toHaveProperty('cost_filter');
  });

  it('does not let credits hide what is spent', () => {
    expect(budget('budget').cost_types).toEqual({ include_credit: false, include_refund: false });
  });

  it('tells the address of the account at each share, and when the forecast is above the limit', () => {
    const alert = (notification_type: string, threshold: number) => ({
      comparison_operator: 'GREATER_THAN',
      notification_type,
      subscriber_email_addresses: ['aws+models@example.com'],
      threshold,
      threshold_type: 'PERCENTAGE',
    });
    expect(budget('budget').notification).toEqual([
      ...[50, 80, 100].map((percent) => alert('ACTUAL', percent)),
      alert('FORECASTED', 100),
    ]);
  });

  it('stands beside one of each service that has its own, in the home region', () => {
    expect(Object.entries(resources(stack, 'aws_budgets_budget')).map(([id, { name }]) => [id, name])).toEqual([
      ['budget', 'acme-ai-ai'],
      ['budget-amazon-sagemaker', 'acme-ai-ai-Amazon SageMaker'],
      ['budget-claude-3-5-amazon-bedrock-edition', 'acme-ai-ai-Claude 3.5 (Amazon Bedrock Edition)'],
    ]);
    expect(budget('budget-amazon-sagemaker').cost_filter).toEqual([{ name: 'Service', values: ['Amazon SageMaker'] }]);
    for (const body of Object.values(resources(stack, 'aws_budgets_budget'))) {
      expect(placeOf(zone, stack, body)).toBe('models/eu-central-1');
      expect(body).not.toHaveProperty('region');
      expect(body).not.toHaveProperty('lifecycle');
    }
  });

  it('tells whom it is told to', () => {
    const told = stackWith({ monthlyUsd, notify: ['a@example.com', 'b@example.com'], alertsAtPercent: [] });
    const { notification } = resource(told, 'aws_budgets_budget', 'budget');
    expect(notification).toHaveLength(1);
    expect(notification[0].subscriber_email_addresses).toEqual(['a@example.com', 'b@example.com']);
    expect(resource(told, 'aws_ce_anomaly_subscription', 'anomaly-subscription').subscriber).toEqual([
      { type: 'EMAIL', address: 'a@example.com' },
      { type: 'EMAIL', address: 'b@example.com' },
    ]);
  });

  it('says nothing of the forecast where that is off', () => {
    const { notification } = resource(
      stackWith({ monthlyUsd, alertsAtPercent: [90], forecastAtPercent: 'off' }),
      'aws_budgets_budget',
      'budget',
    );
    expect(notification).toMatchObject([{ notification_type: 'ACTUAL', threshold: 90 }]);
  });

  it('is not there where nobody asks for one', () => {
    const without = stackWith(undefined);
    for (const type of ['aws_budgets_budget', 'aws_ce_anomaly_monitor', 'aws_ce_anomaly_subscription'])
      expect(resources(without, type)).toEqual({});
  });
});

describe('the watch on anomalies', () => {
  it('covers each service, and reports once a day by e-mail what costs more than the threshold', () => {
    expect(resource(stack, 'aws_ce_anomaly_monitor', 'anomaly-monitor')).toMatchObject({
      monitor_type: 'DIMENSIONAL',
      monitor_dimension: 'SERVICE',
    });
    expect(resource(stack, 'aws_ce_anomaly_subscription', 'anomaly-subscription')).toMatchObject({
      frequency: 'DAILY',
      monitor_arn_list: [reference('aws_ce_anomaly_monitor.anomaly-monitor.arn')],
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

  it('uses the monitor that AWS made, because an account has one', () => {
    const monitorArn = 'arn:aws:ce::444455556666:anomalymonitor/01234567-89ab-cdef-0123-456789abcdef';
    const reused = stackWith({ monthlyUsd, anomalies: { monitorArn } });
    expect(resources(reused, 'aws_ce_anomaly_monitor')).toEqual({});
    const { monitor_arn_list } = resource(reused, 'aws_ce_anomaly_subscription', 'anomaly-subscription');
    expect(monitor_arn_list).toEqual([monitorArn]);
  });

  it('can be left out', () => {
    const off = stackWith({ monthlyUsd, anomalies: { enabled: false } });
    expect(resources(off, 'aws_ce_anomaly_subscription')).toEqual({});
    expect(resources(off, 'aws_ce_anomaly_monitor')).toEqual({});
  });
});

describe('the budget of an account without models', () => {
  const accounts = sampleAccounts()
    .filter(({ name, role }) => role || name === 'sandbox')
    .map((account) => ({ ...account, ...(account.name === 'sandbox' && { regions: ['eu-central-1'] }) }));
  const stacksWith = (account: object) =>
    synth(
      zoneOf({
        controls: [],
        settings: { regions: ['eu-central-1'] },
        accounts: accounts.map((each) => (each.name === 'sandbox' ? { ...each, ...account } : each)),
      }),
    );
  const stacks = stacksWith({ budget: { monthlyUsd, services: { 'AWS Lambda': 5 } } });
  const sandbox = find(stacks, 'account-sandbox');

  it('stands in the stack of the account, under a name of its own', () => {
    expect(Object.entries(resources(sandbox, 'aws_budgets_budget')).map(([id, { name }]) => [id, name])).toEqual([
      ['budget', 'acme-ai-cost'],
      ['budget-aws-lambda', 'acme-ai-cost-AWS Lambda'],
    ]);
    const { notification } = resource(sandbox, 'aws_budgets_budget', 'budget');
    expect(notification[0].subscriber_email_addresses).toEqual(['aws+sandbox@example.com']);
    expect(resources(sandbox, 'aws_ce_anomaly_subscription')).toHaveProperty('anomaly-subscription');
  });

  it('brings no bucket, no key and no stack with it', () => {
    const without = stacksWith({});
    expect(Object.keys(stacks)).toEqual(Object.keys(without));
    const typesOf = (all: typeof stacks) => Object.keys(find(all, 'account-sandbox').json.resource);
    expect(typesOf(stacks).filter((type) => !typesOf(without).includes(type))).toEqual([
      'aws_budgets_budget',
      'aws_ce_anomaly_monitor',
      'aws_ce_anomaly_subscription',
    ]);
  });
});
