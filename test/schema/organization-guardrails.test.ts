import { problemsOf, refuses } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const house = { name: 'house', where: 'every account' };
const v6 = { awsProvider: '~> 6.25' };
const ai = (...organizationGuardrails: object[]) => ({ ...sampleSettings().ai, organizationGuardrails });
const guardrails = (...written: object[]) => ({ settings: { ...v6, ai: ai(...written) } });
const first = 'ai.organizationGuardrails[0]';

describe('a guardrail of the organization', () => {
  it('is taken with a name and a place, for the root, for OUs and for accounts with some tags', () => {
    const sandbox = { name: 'sandbox', where: { organizationalUnits: ['Sandbox'] } };
    const tagged = { name: 'tagged', where: { accountTags: { 'managed-by': 'landing-zone' } } };
    expect(problemsOf(guardrails(house, sandbox, tagged))).toEqual([]);
  });

  refuses([
    {
      title: 'an OU that the tree does not have',
      ...guardrails({ ...house, where: { organizationalUnits: ['Sandbx'] } }),
      field: `${first}.where.organizationalUnits[0]`,
      value: 'Sandbx',
      rule: 'must be an OU of the tree',
      fix: "did you mean 'Sandbox'?",
    },
    {
      title: 'one name for two',
      ...guardrails(house, { ...house, where: { organizationalUnits: ['Sandbox'] } }),
      field: 'ai.organizationGuardrails[1].name',
      value: 'house',
      rule: 'names are unique in an account',
      fix: 'rename one of the two',
    },
    {
      title: 'a guardrail that filters nothing, as in an account',
      ...guardrails({
        ...house,
        promptAttack: 'NONE',
        contentFilters: Object.fromEntries(
          ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'].map((type) => [
            type,
            { input: 'NONE', output: 'NONE' },
          ]),
        ),
      }),
      field: first,
      value: 'house',
      rule: 'a guardrail has at least one filter',
      fix: 'switch a filter on',
    },
    {
      title: 'a region that is not governed',
      ...guardrails({ ...house, regions: ['ap-south-1'] }),
      field: `${first}.regions[0]`,
      value: 'ap-south-1',
      rule: 'is not a governed region of the landing zone',
      fix: 'eu-central-1',
    },
    {
      title: 'a model that is excepted by a pattern',
      ...guardrails({ ...house, exceptModels: ['amazon.titan-embed-*'] }),
      field: `${first}.exceptModels[0]`,
      value: 'amazon.titan-embed-*',
      rule: 'must be the id of a model',
      fix: '',
    },
  ]);
});

describe('a policy type that provider 5 does not know', () => {
  const s3 = { organization: { policyTypes: ['CHATBOT_POLICY', 'S3_POLICY'] } };
  const withDefault = { settings: { ai: ai(house) } };

  refuses([
    {
      title: 'a guardrail of the organization, and says which provider makes one',
      ...withDefault,
      field: 'ai.organizationGuardrails',
      value: 'BEDROCK_POLICY',
      rule: 'AWS provider 5.100.0',
      fix: "write awsProvider: '~> 6.25'",
    },
    {
      title: 'one that is to be enabled for others',
      settings: s3,
      field: 'organization.policyTypes[1]',
      value: 'S3_POLICY',
      rule: 'disables it wherever it is enabled',
      fix: "write awsProvider: '~> 6.25'",
    },
    {
      title: 'one under a constraint that admits both versions',
      settings: { ...s3, awsProvider: '>= 5.100.0, < 7.0.0' },
      field: 'organization.policyTypes[1]',
      value: 'S3_POLICY',
      rule: "awsProvider '>= 5.100.0, < 7.0.0' admits",
      fix: 'remove it',
    },
  ]);

  it('is taken where only version 6 is admitted', () => {
    expect(problemsOf({ settings: { ...s3, ...v6 } })).toEqual([]);
  });
});
