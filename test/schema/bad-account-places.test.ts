import { refuses, withAccount } from '../support/bad-input';

const sandbox = { file: 'accounts/sandbox.ts' };

describe('where an account lives', () => {
  refuses([
    {
      title: 'an OU that is not in the tree, and names the nearest one',
      ...sandbox,
      accounts: withAccount('sandbox', { ou: 'Sandboxes' }),
      field: 'ou',
      value: 'Sandboxes',
      rule: 'is not a path of organizationalUnits',
      fix: "did you mean 'Sandbox'?",
    },
    {
      title: 'a member account without an OU',
      ...sandbox,
      accounts: withAccount('sandbox', { ou: undefined }),
      field: 'ou',
      value: undefined,
      rule: 'is not a path of organizationalUnits',
      fix: 'use one of: Sandbox, Security, Suspended',
    },
    {
      title: 'a management account that leaves the root',
      file: 'accounts/management.ts',
      accounts: withAccount('management', { ou: 'Security' }),
      field: 'ou',
      value: 'Security',
      rule: 'the management account stays at the root',
      fix: 'remove the field',
    },
    {
      title: 'an external account in an OU',
      file: 'accounts/partner.ts',
      accounts: withAccount('partner', { ou: 'Sandbox' }),
      field: 'ou',
      value: 'Sandbox',
      rule: 'an external account is in no OU',
      fix: 'remove the field',
    },
    {
      title: 'an external account with models, which no policy would govern',
      file: 'accounts/partner.ts',
      accounts: withAccount('partner', { ai: { dataClassification: 'internal' } }),
      field: 'origin',
      value: 'external',
      rule: 'must not have `ai`: no organization policy binds an account outside the organization',
      fix: "write origin: 'adopted'",
    },
    {
      title: 'a region that the landing zone does not govern',
      ...sandbox,
      accounts: withAccount('sandbox', { regions: ['eu-central-1', 'eu-west-2'] }),
      field: 'regions[1]',
      value: 'eu-west-2',
      rule: 'is not a governed region',
      fix: "did you mean 'eu-west-1'?",
    },
    {
      title: 'a region that stands in the list twice',
      ...sandbox,
      accounts: withAccount('sandbox', { regions: ['eu-central-1', 'eu-central-1'] }),
      field: 'regions[1]',
      value: 'eu-central-1',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'an account that is not governed in the home region',
      ...sandbox,
      accounts: withAccount('sandbox', { regions: ['eu-west-1'] }),
      field: 'regions',
      value: ['eu-west-1'],
      rule: 'every account is governed in the home region',
      fix: "add 'eu-central-1'",
    },
  ]);
});
