import { refuses, withAccount } from '../support/bad-input';
import { sampleAccounts, settingsFile } from '../support/zone';

const sandbox = { file: 'accounts/sandbox.ts' };
const without = (name: string) => sampleAccounts().filter((account) => account.name !== name);

describe('accounts among each other', () => {
  refuses([
    {
      title: 'an address that another account has, in whatever case',
      ...sandbox,
      accounts: withAccount('sandbox', { email: 'AWS+Models@example.com' }),
      field: 'email',
      value: 'AWS+Models@example.com',
      rule: 'an e-mail address must not be used twice, and accounts/models.ts uses it',
      fix: 'give this account its own',
    },
    {
      title: 'an id that another account has',
      file: 'accounts/partner.ts',
      accounts: withAccount('partner', { id: '222233334444' }),
      field: 'id',
      value: '222233334444',
      rule: 'an account id must not be used twice, and accounts/acquired.ts uses it',
      fix: 'give this account its own',
    },
    {
      title: 'a name that another account has',
      ...sandbox,
      accounts: [...sampleAccounts(), { ...sampleAccounts()[4], email: 'aws+second@example.com' }],
      field: 'name',
      value: 'sandbox',
      rule: 'a name must not be used twice, and accounts/sandbox.ts uses it',
      fix: 'give this account its own',
    },
    {
      title: 'a landing zone without a security account',
      file: settingsFile,
      accounts: without('security'),
      field: "role 'security'",
      value: undefined,
      rule: 'exactly one account has this role',
      fix: "give one account in accounts/ role: 'security'",
    },
    {
      title: 'a second log archive',
      ...sandbox,
      accounts: withAccount('sandbox', { role: 'log-archive' }),
      field: 'role',
      value: 'log-archive',
      rule: 'accounts/log-archive.ts has it',
      fix: "the default is 'workload'",
    },
    {
      title: 'more accounts than AWS lets the organization have',
      settings: { organization: { accountQuota: 6 } },
      field: 'organization.accountQuota',
      value: 6,
      rule: 'the organization has 7 accounts',
      fix: 'ask AWS for an increase in Service Quotas',
    },
  ]);
});

describe('where an account comes from', () => {
  refuses([
    {
      title: 'a management account without an id',
      file: 'accounts/management.ts',
      accounts: withAccount('management', { id: undefined }),
      field: 'id',
      value: undefined,
      rule: 'guards every deployment',
      fix: 'aws sts get-caller-identity',
    },
    {
      title: 'a management account that is vended',
      file: 'accounts/management.ts',
      accounts: withAccount('management', { origin: 'vended' }),
      field: 'origin',
      value: 'vended',
      rule: 'is created from the management account',
      fix: 'remove the field',
    },
    ...['adopted', 'external'].map((origin) => ({
      title: `an ${origin} account without an id`,
      file: 'accounts/partner.ts',
      accounts: withAccount('partner', { origin, id: undefined, ou: origin === 'adopted' ? 'Sandbox' : undefined }),
      field: 'id',
      value: undefined,
      rule: `an ${origin} account exists already`,
      fix: 'write its twelve digits',
    })),
    {
      title: 'an id for an account that AWS has yet to make',
      ...sandbox,
      accounts: withAccount('sandbox', { id: '444455556666' }),
      field: 'id',
      value: '444455556666',
      rule: 'AWS gives a vended account its id',
      fix: "set origin: 'adopted'",
    },
    ...[
      ['acquired', 'an adopted account'],
      ['partner', 'an external account'],
      ['management', 'the management account'],
    ].map(([name = '', who]) => ({
      title: `another name in AWS for ${who}`,
      file: `accounts/${name}.ts`,
      accounts: withAccount(name, { displayName: 'Acme' }),
      field: 'displayName',
      value: 'Acme',
      rule: `${who} keeps the name that it has in AWS`,
      fix: "remove the field, and rename the account with 'aws account put-account-name'",
    })),
    {
      title: 'a security account outside the organization',
      file: 'accounts/security.ts',
      accounts: withAccount('security', { origin: 'external', id: '444455556666', ou: undefined }),
      field: 'origin',
      value: 'external',
      rule: 'the security account belongs to the organization',
      fix: "use 'vended' or 'adopted'",
    },
    {
      title: 'a log archive that is closing',
      file: 'accounts/log-archive.ts',
      accounts: withAccount('log-archive', { state: 'closing' }),
      field: 'state',
      value: 'closing',
      rule: 'every other account depends on the log-archive account',
      fix: "set state: 'active'",
    },
    {
      title: 'closing an account that is not ours',
      file: 'accounts/partner.ts',
      accounts: withAccount('partner', { state: 'closing' }),
      field: 'state',
      value: 'closing',
      rule: 'is closed by its owner',
      fix: 'destroy its stack, then delete the file',
    },
  ]);
});
