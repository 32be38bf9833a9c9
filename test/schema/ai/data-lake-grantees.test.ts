import { refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';

const lake = sampleLake();
const file = 'accounts/models.ts';
const change = (changed: object) => ({ file, accounts: withLake({ ...lake, ...changed }) });
const to = (grantee: object, changed: object = {}) =>
  change({ grants: [{ name: 'mine', to: [grantee], table: 'clinical.wards' }], tagGrants: [], ...changed });
const at = (field: string) => `ai.dataLake.${field}`;

describe('who receives a grant of a data lake', () => {
  refuses([
    {
      title: 'a role that the lake does not know',
      ...to({ role: 'Trianer' }),
      field: at('grants[0].to[0].role'),
      value: 'Trianer',
      rule: 'is not the name of a role in ai.dataLake.roles',
      fix: "did you mean 'Trainer'?",
    },
    {
      title: 'an account that nobody wrote down',
      ...to({ account: 'sandbx' }),
      field: at('grants[0].to[0].account'),
      value: 'sandbx',
      rule: 'is not an account of the landing zone',
      fix: "did you mean 'sandbox'?",
    },
    {
      title: 'an account outside the organization',
      ...to({ account: 'partner' }),
      field: at('grants[0].to[0].account'),
      value: 'partner',
      rule: 'outside the organization',
      fix: 'share with an account of the organization',
    },
    {
      title: 'an account that is being closed',
      ...to({ account: 'retired' }),
      field: at('grants[0].to[0].account'),
      value: 'retired',
      rule: 'is being closed',
      fix: 'remove it',
    },
    {
      title: 'the account of the lake',
      ...to({ account: 'models' }),
      field: at('grants[0].to[0].account'),
      value: 'models',
      rule: 'the account of the lake itself',
      fix: 'name the roles',
    },
    {
      title: 'an OU that is not in the tree',
      ...to({ ou: 'Workloads/Machinelearning' }),
      field: at('grants[0].to[0].ou'),
      value: 'Workloads/Machinelearning',
      rule: 'is not a path of organizationalUnits',
      fix: "did you mean 'Workloads/MachineLearning'?",
    },
    {
      title: 'the OU of accounts that leave',
      ...to({ ou: 'Suspended' }),
      field: at('grants[0].to[0].ou'),
      value: 'Suspended',
      rule: 'that has active accounts',
      fix: 'use one of',
    },
    {
      title: 'an OU below the version that can share with it',
      ...to({ ou: 'Sandbox' }, { crossAccountVersion: 2 }),
      field: at('grants[0].to[0]'),
      value: { ou: 'Sandbox' },
      rule: 'OUs receive grants from version 3 on, and ai.dataLake.crossAccountVersion is 2',
      fix: 'crossAccountVersion: 4',
    },
    {
      title: 'LF-tags for another account below the version that can share them',
      ...change({ grants: [], crossAccountVersion: 2 }),
      field: at('tagGrants[0].to[1]'),
      value: { account: 'sandbox' },
      rule: 'accounts receive LF-tags from version 3 on',
      fix: 'crossAccountVersion: 4',
    },
    {
      title: 'one role twice',
      ...change({
        grants: [
          { name: 'mine', to: [{ ou: 'Sandbox' }, { ou: 'Sandbox' }], table: 'clinical.wards', rows: "ward = 'A'" },
        ],
        tagGrants: [],
      }),
      field: at('grants[0].to[1]'),
      value: { ou: 'Sandbox' },
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
  ]);
});

describe('a role of a data lake', () => {
  refuses([
    {
      title: 'an administrator whom the controls deny to grant',
      ...change({ administrators: ['Reviewer'], roles: [...lake.roles, { name: 'Reviewer' }] }),

      field: at('administrators[0]'),
      value: 'Reviewer',
      rule: 'control data-lake-grants',
      fix: 'roles.dataStewards',
    },
    {
      title: 'clearance for a role that the lake does not know',
      ...change({ clearance: ['Researcher', 'Reseacher'] }),
      field: at('clearance[1]'),
      value: 'Reseacher',
      rule: 'is not the name of a role in ai.dataLake.roles',
      fix: "did you mean 'Researcher'?",
    },
    {
      title: 'the deploy role, which administers by itself',
      ...change({ roles: [...lake.roles, { name: 'OrganizationAccountAccessRole' }] }),
      field: at('roles[3].name'),
      value: 'OrganizationAccountAccessRole',
      rule: 'is always an administrator of the lake',
      fix: 'remove it',
    },
    {
      title: 'a role whose name differs from another in case only, which IAM takes for the same',
      ...change({ roles: [...lake.roles, { name: 'TRAINER' }] }),
      field: at('roles[3].name'),
      value: 'TRAINER',
      rule: 'differ in more than case',
      fix: 'remove the duplicate',
    },
    {
      title: 'a role with a name that the landing zone gives its own',
      ...change({ roles: [...lake.roles, { name: 'Acme-AI-config-recorder', trusts: 'account' }] }),
      field: at('roles[3].name'),
      value: 'Acme-AI-config-recorder',
      rule: "begin with 'acme-ai-'",
      fix: 'rename it',
    },
    {
      title: 'a path of a role that is made here',
      ...change({ roles: [...lake.roles, { name: 'team/Reader', trusts: 'account' }] }),
      field: at('roles[3].name'),
      value: 'team/Reader',
      rule: 'no path',
      fix: 'rename it',
    },
    {
      title: 'more administrators than AWS takes',
      ...change({
        roles: [...lake.roles, ...Array.from({ length: 29 }, (_, index) => ({ name: `DataSteward${index}` }))],
        administrators: ['DataSteward', ...Array.from({ length: 29 }, (_, index) => `DataSteward${index}`)],
      }),
      settings: { roles: { dataStewards: ['DataSteward*'] } },
      field: at('administrators'),
      value: expect.any(Array),
      rule: 'at most 30 administrators',
      fix: 'remove 1 of them',
    },
  ]);
});
