import { type BadInput, problemsOf, refuses } from '../support/bad-input';

const costsOf = (costs: object): Pick<BadInput, 'settings'> => ({ settings: { costs } });
const budget = { name: 'everything', monthlyUsd: 100 };

describe('what the organization may cost', () => {
  refuses([
    {
      title: 'two budgets of one name, which would have one address',
      ...costsOf({ budgets: [budget, budget] }),
      field: 'costs.budgets[1].name',
      value: 'everything',
      rule: 'two budgets must not have one name',
      fix: 'rename one',
    },
    {
      title: 'a budget that breaks a rule of every budget',
      ...costsOf({ budgets: [{ ...budget, alertsAtPercent: [], forecastAtPercent: 'off' }] }),
      field: 'costs.budgets[0].alertsAtPercent',
      value: [],
      rule: 'tells nobody anything',
      fix: 'write a percentage',
    },
    {
      title: 'a budget of a tag by which the bill is not split',
      ...costsOf({ budgets: [{ ...budget, tag: { key: 'owner', values: ['research'] } }] }),
      field: 'costs.budgets[0].tag.key',
      value: 'owner',
      rule: 'the budget would count nothing',
      fix: "add 'owner' to costs.allocationTags",
    },
    {
      title: 'a tag twice',
      ...costsOf({ allocationTags: ['owner', 'owner'] }),
      field: 'costs.allocationTags[1]',
      value: 'owner',
      rule: 'must not be listed twice',
      fix: 'remove',
    },
    {
      title: 'a tag that AWS makes by itself',
      ...costsOf({ allocationTags: ['aws:createdBy'] }),
      field: 'costs.allocationTags[0]',
      value: 'aws:createdBy',
      rule: 'only tags of your own',
      fix: 'activate it in the Billing console',
    },
    {
      title: 'an account that there is none of',
      ...costsOf({ budgets: [{ ...budget, accounts: ['sandbax'] }] }),
      field: 'costs.budgets[0].accounts[0]',
      value: 'sandbax',
      rule: 'is not the name of an account',
      fix: "did you mean 'sandbox'?",
    },
    {
      title: 'an account that another organization pays for',
      ...costsOf({ budgets: [{ ...budget, accounts: ['partner'] }] }),
      field: 'costs.budgets[0].accounts[0]',
      value: 'partner',
      rule: 'does not pay for an external account',
      fix: 'write a budget in the file of the account',
    },
    {
      title: 'anomalies, of which AWS tells the organization by itself',
      ...costsOf({ budgets: [{ ...budget, anomalies: {} }] }),
      field: 'costs.budgets[0].anomalies',
      value: {},
      rule: 'is not a field',
      fix: '',
    },
  ]);

  it('may be limited as a whole, for some accounts and by tag', () => {
    const budgets = [
      budget,
      { name: 'experiments', monthlyUsd: 10, accounts: ['sandbox', 'models'] },
      { name: 'research', monthlyUsd: 10, tag: { key: 'owner', values: ['research'] } },
    ];
    expect(problemsOf(costsOf({ budgets, allocationTags: ['owner'] }))).toEqual([]);
  });
});
