import { sampleLake, withLake } from '../support/data-lake';
import { find, type Stacks, synth } from '../support/synth';
import { describeWith, Validation } from '../support/validation';
import { type ZoneChange, zoneOf } from '../support/zone';

jest.setTimeout(60_000);

const v5 = '~> 5.100';
const v6 = '~> 6.25';

/** The sample lake, with roles of every making, workgroups, and a database that exists. */
function lake(): object {
  const { roles, databases, ...others } = sampleLake();
  const [trainer, researcher] = roles;
  const table = { name: 'visits', format: 'json', columns: [{ name: 'age', type: 'int' }] };
  return {
    ...others,
    queries: {},
    roles: [
      { ...trainer, managedPolicies: ['arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy', 'team/Images'] },
      { ...researcher, trusts: [{ permissionSet: 'Research' }, { user: 'guest', account: 'management' }] },
      { name: 'DataSteward', permissionSet: 'Steward' },
    ],
    databases: [...databases, { name: 'older', existing: true, tables: [table] }],
  };
}

describe.each([v5, v6])('a data lake', (provider) => {
  describeWith(provider, `that shares, with AWS provider ${provider}`, () => {
    let validation: Validation;
    let stacks: Stacks;
    beforeAll(() => {
      validation = new Validation(provider);
      const accounts = withLake(lake()) as ZoneChange['accounts'];
      const roles = { dataStewards: ['aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Steward_*'] };
      stacks = synth(zoneOf({ settings: { roles, ...(provider === v6 && { awsProvider: v6 }) }, accounts }));
    });
    afterAll(() => validation.remove());

    test.each(['management', 'ai-models'])('is valid without a warning in %s', (name) => {
      expect(validation.diagnose(find(stacks, name).json)).toEqual([]);
    });
  });
});
