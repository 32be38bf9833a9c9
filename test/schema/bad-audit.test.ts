import { type BadInput, problemsOf, refuses } from '../support/bad-input';

const rows: readonly BadInput[] = [
  {
    title: 'a day that is not in the calendar',
    settings: { audit: { since: '2026-02-30' } },
    field: 'audit.since',
    value: '2026-02-30',
    rule: 'must be a day like 2026-01-31',
    fix: '',
  },
  {
    title: 'an audit without readers',
    settings: { audit: { readers: [] } },
    field: 'audit.readers',
    value: [],
    rule: 'must name who may read the trails',
    fix: '',
  },
  {
    title: 'a reader that is no role',
    settings: { audit: { readers: ['arn:aws:iam::111122223333:role/Auditor'] } },
    field: 'audit.readers[0]',
    value: 'arn:aws:iam::111122223333:role/Auditor',
    rule: 'must be the name of an IAM role',
    fix: '',
  },
  ...[
    { title: 'a name that is in use', closedAccounts: { sandbox: '444455556666' }, name: 'sandbox', file: 'sandbox' },
    {
      title: 'the id of an account that has a file',
      closedAccounts: { old: '222233334444' },
      name: 'old',
      file: 'acquired',
    },
  ].map(({ title, closedAccounts, name, file }) => ({
    title: `a closed account with ${title}`,
    settings: { audit: { closedAccounts } },
    field: `audit.closedAccounts.${name}`,
    value: Object.values(closedAccounts)[0],
    rule: `accounts/${file}.ts is there`,
    fix: 'remove it',
  })),
  {
    title: 'two closed accounts of one id, whose events would be counted twice',
    settings: { audit: { closedAccounts: { old: '444455556666', older: '444455556666' } } },
    field: 'audit.closedAccounts.older',
    value: '444455556666',
    rule: 'not the same id',
    fix: 'put the id right',
  },
  {
    title: 'a closed account whose id is none',
    settings: { audit: { closedAccounts: { old: '44445555666' } } },
    field: 'audit.closedAccounts.old',
    value: '44445555666',
    rule: 'must be twelve digits, as text',
    fix: '',
  },
  {
    title: 'a closed account by a name that no account can have had',
    settings: { audit: { closedAccounts: { 'Old Models': '444455556666' } } },
    field: 'audit.closedAccounts.Old Models',
    value: '444455556666',
    rule: 'must be kebab-case',
    fix: '',
  },
];

describe('the settings of the audit', () => {
  refuses(rows);

  it('take an account that is outside now, and whose past is in the organization', () => {
    const closedAccounts = { 'partner-before': '333344445555' };
    expect(problemsOf({ settings: { audit: { closedAccounts } } })).toEqual([]);
  });
});
