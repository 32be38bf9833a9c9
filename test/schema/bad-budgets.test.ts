import { costServices } from '../../schema/forms/budget';
import { type BadInput, problemsOf, refuses, withAccount } from '../support/bad-input';

const budgetOf = (budget: object): Pick<BadInput, 'accounts'> & { file: string } => ({
  file: 'accounts/models.ts',
  accounts: withAccount('models', { ai: { dataClassification: 'internal', budget } }),
});

const monitorArn = 'arn:aws:ce::333344445555:anomalymonitor/01234567-89ab-cdef-0123-456789abcdef';
const tenAlerts = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

describe('a budget', () => {
  refuses([
    {
      title: 'nothing as the limit, which every cost would break',
      ...budgetOf({ monthlyUsd: 0 }),
      field: 'ai.budget.monthlyUsd',
      value: 0,
      rule: 'at least 0.01',
      fix: 'write at least 0.01',
    },
    {
      title: 'parts of a cent',
      ...budgetOf({ monthlyUsd: 10.005 }),
      field: 'ai.budget.monthlyUsd',
      value: 10.005,
      rule: 'at most two decimals',
      fix: 'follows the rule',
    },
    {
      title: 'a service as its API calls it, which would never cost anything',
      ...budgetOf({ monthlyUsd: 10, services: { 'Amazon Sagemaker': 5 } }),
      field: 'ai.budget.services.Amazon Sagemaker',
      value: 'Amazon Sagemaker',
      rule: 'never cost anything',
      fix: "did you mean 'Amazon SageMaker'?",
    },
    {
      title: 'a service that may cost more than the account',
      ...budgetOf({ monthlyUsd: 10, services: { 'Amazon SageMaker': 11 } }),
      field: 'ai.budget.services.Amazon SageMaker',
      value: 11,
      rule: 'may not cost more than all of them together (10)',
      fix: 'raise monthlyUsd',
    },
    {
      title: 'more alerts than a budget may have, the forecast among them',
      ...budgetOf({ monthlyUsd: 10, alertsAtPercent: tenAlerts }),
      field: 'ai.budget.alertsAtPercent',
      value: tenAlerts,
      rule: 'at most 10 notifications, and the forecast is one of them',
      fix: "keep 9, or set forecastAtPercent: 'off'",
    },
    {
      title: 'more alerts than a budget may have without a forecast',
      ...budgetOf({ monthlyUsd: 10, alertsAtPercent: [...tenAlerts, 110], forecastAtPercent: 'off' }),
      field: 'ai.budget.alertsAtPercent',
      value: [...tenAlerts, 110],
      rule: 'at most 10 notifications',
      fix: 'keep 10',
    },
    {
      title: 'a forecast at nothing, and says how to switch it off',
      ...budgetOf({ monthlyUsd: 10, forecastAtPercent: 0 }),
      field: 'ai.budget.forecastAtPercent',
      value: 0,
      rule: "write 'off' where nobody wants to hear of the forecast",
      fix: 'write at least 1',
    },
    {
      title: 'a budget that tells nobody anything',
      ...budgetOf({ monthlyUsd: 10, alertsAtPercent: [], forecastAtPercent: 'off' }),
      field: 'ai.budget.alertsAtPercent',
      value: [],
      rule: 'tells nobody anything',
      fix: 'write a percentage',
    },
    {
      title: 'an alert twice, which AWS takes for a duplicate',
      ...budgetOf({ monthlyUsd: 10, alertsAtPercent: [50, 50] }),
      field: 'ai.budget.alertsAtPercent[1]',
      value: 50,
      rule: 'must not be listed twice',
      fix: 'remove',
    },
    {
      title: 'an address twice',
      ...budgetOf({ monthlyUsd: 10, notify: ['a@example.com', 'a@example.com'] }),
      field: 'ai.budget.notify[1]',
      value: 'a@example.com',
      rule: 'must not be listed twice',
      fix: 'remove',
    },
    {
      title: 'alerts that reach nobody',
      ...budgetOf({ monthlyUsd: 10, notify: [] }),
      field: 'ai.budget.notify',
      value: [],
      rule: 'alerts reach nobody',
      fix: 'write at least 1',
    },
    {
      title: 'a monitor of an account that the organization pays for',
      ...budgetOf({ monthlyUsd: 10, anomalies: { monitorArn } }),
      field: 'ai.budget.anomalies.monitorArn',
      value: monitorArn,
      rule: 'the management account watches the accounts of the organization',
      fix: 'remove monitorArn',
    },
    {
      title: 'a monitor that is none',
      ...budgetOf({ monthlyUsd: 10, anomalies: { monitorArn: 'Default-Services-Monitor' } }),
      field: 'ai.budget.anomalies.monitorArn',
      value: 'Default-Services-Monitor',
      rule: 'must be the ARN',
      fix: 'follows the rule',
    },
  ]);

  it.each([...costServices, 'Claude Sonnet 4.5 (Amazon Bedrock Edition)'])('may be of %s', (service) => {
    expect(problemsOf(budgetOf({ monthlyUsd: 10, services: { [service]: 10 } }))).toEqual([]);
  });

  it('may be of an account without models, by the same rules', () => {
    const accountsWith = (budget: object) => withAccount('sandbox', { budget });
    const told = { monthlyUsd: 10.5, alertsAtPercent: [50], notify: ['costs@example.com'] };
    expect(problemsOf({ accounts: accountsWith(told) })).toEqual([]);
    expect(problemsOf({ accounts: accountsWith({ ...told, alertsAtPercent: [50, 50] }) })).toMatchObject([
      { file: 'accounts/sandbox.ts', field: 'budget.alertsAtPercent[1]', rule: 'must not be listed twice' },
    ]);
  });

  it('may name the monitor that AWS made in an account outside, which pays by itself', () => {
    expect(
      problemsOf({ accounts: withAccount('partner', { budget: { monthlyUsd: 10, anomalies: { monitorArn } } }) }),
    ).toEqual([]);
  });

  it('stands in one place only', () => {
    const accounts = withAccount('models', { budget: { monthlyUsd: 10 } });
    expect(problemsOf({ accounts })).toMatchObject([
      { file: 'accounts/models.ts', field: 'budget', fix: 'write it as ai.budget' },
    ]);
  });

  it('may have five alerts beside the forecast, and ten without it', () => {
    expect(problemsOf(budgetOf({ monthlyUsd: 10, alertsAtPercent: [20, 40, 60, 80, 100] }))).toEqual([]);
    expect(problemsOf(budgetOf({ monthlyUsd: 10, alertsAtPercent: tenAlerts, forecastAtPercent: 'off' }))).toEqual([]);
  });
});
