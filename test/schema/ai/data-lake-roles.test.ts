import { problemsOf, refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';

const persons = [{ permissionSet: 'Stewardship' }];
const policyOfAws = 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy';

/** The sample lake with its steward made, and one more role. */
const withRoles = (...roles: object[]) => ({
  file: 'accounts/models.ts',
  accounts: withLake({ ...sampleLake(), roles: [...sampleLake().roles.slice(0, 2), ...roles] }),
});
const at = (field: string) => `ai.dataLake.roles[2].${field}`;

describe('making a role of a data lake', () => {
  refuses([
    ...['account', 'glue.amazonaws.com', 'sagemaker.amazonaws.com'].map((trusts) => ({
      title: `an administrator who trusts ${trusts}`,
      ...withRoles({ name: 'DataSteward', trusts }),
      field: at('trusts'),
      value: trusts,
      rule: 'assumed by persons who are named',
      fix: 'permissionSet',
    })),
    ...['BreakGlass', 'SecurityResponder'].map((name) => ({
      title: `whomever the account lets as ${name}, a role that controls exempt`,
      ...withRoles({ name: 'DataSteward', trusts: persons }, { name, trusts: 'account' }),
      field: 'ai.dataLake.roles[3].trusts',
      value: 'account',
      rule: 'roles that controls exempt are assumed by persons who are named',
      fix: 'permissionSet',
    })),
    {
      title: 'nobody',
      ...withRoles({ name: 'DataSteward', trusts: [] }),
      field: at('trusts'),
      value: [],
      rule: 'must name who may assume the role',
      fix: '',
    },
    {
      title: 'the deploy role, which reads no row',
      ...withRoles({ name: 'DataSteward', trusts: [{ role: 'Organization*' }] }),
      field: at('trusts[0].role'),
      value: 'Organization*',
      rule: 'is not a person',
      fix: 'name the permission set',
    },
    {
      title: 'somebody of an account that is not there',
      ...withRoles({ name: 'DataSteward', trusts: [{ permissionSet: 'Stewardship', account: 'sandbx' }] }),
      field: at('trusts[0].account'),
      value: 'sandbx',
      rule: 'is not an active account of the organization',
      fix: "did you mean 'sandbox'?",
    },
    {
      title: 'the role of a permission set, which Identity Center makes',
      ...withRoles({ name: 'DataSteward', permissionSet: 'Stewardship', trusts: persons }),
      settings: { roles: { dataStewards: ['DataSteward', 'aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Steward*'] } },
      field: at('permissionSet'),
      value: 'Stewardship',
      rule: 'IAM Identity Center makes the role',
      fix: 'remove permissionSet',
    },
    {
      title: 'policies of a role that somebody else makes',
      ...withRoles({ name: 'DataSteward', managedPolicies: [policyOfAws] }),
      field: at('managedPolicies'),
      value: [policyOfAws],
      rule: 'made by somebody else',
      fix: 'write trusts',
    },
    {
      title: 'a policy of the account for an administrator: whoever may change it would administer',
      ...withRoles({ name: 'DataSteward', trusts: persons, managedPolicies: ['team/Logs'] }),
      field: at('managedPolicies[0]'),
      value: 'team/Logs',
      rule: 'would change what administrators and exempt roles may do',
      fix: 'by its ARN',
    },
    {
      title: 'what is no managed policy',
      ...withRoles({
        name: 'DataSteward',
        trusts: persons,
        managedPolicies: ['arn:aws:iam::111122223333:policy/Logs'],
      }),
      field: at('managedPolicies[0]'),
      value: 'arn:aws:iam::111122223333:policy/Logs',
      rule: 'must be the ARN of an AWS managed policy',
      fix: '',
    },
    {
      title: 'more policies than a role takes, with those of an administrator',
      ...withRoles({
        name: 'DataSteward',
        trusts: persons,
        managedPolicies: Array.from({ length: 9 }, (_, index) => `${policyOfAws}${index}`),
      }),
      field: at('managedPolicies'),
      value: expect.any(Array),
      rule: 'at most 10 managed policies',
      fix: 'remove 1 of them',
    },
  ]);

  it('is left to the account for a role that reads and no more', () => {
    const { accounts } = withRoles({ name: 'DataSteward', trusts: persons }, { name: 'Reader', trusts: 'account' });
    expect(problemsOf({ accounts })).toEqual([]);
  });

  it('knows the steward whose role a permission set has, whichever region Identity Center is in', () => {
    const dataStewards = ['aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Stewardship_*'];
    const { accounts } = withRoles({ name: 'DataSteward', permissionSet: 'Stewardship' });
    expect(problemsOf({ accounts, settings: { roles: { dataStewards } } })).toEqual([]);
    expect(problemsOf({ accounts, settings: { roles: { dataStewards: ['DataSteward'] } } })).toEqual([
      expect.objectContaining({
        field: 'ai.dataLake.administrators[0]',
        rule: expect.stringContaining('data-lake-grants'),
      }),
    ]);
  });
});
