import { testedAwsProvider } from '../../schema/facts/provider-constraint';
import { tryProviderLock } from '../../schema/facts/provider-lock';
import type { SettingsSpec } from '../../schema/forms/settings';
import { find, type Stacks, smallZone, synth, withoutMadeOf } from '../support/synth';
import { describeWith, Validation } from '../support/validation';
import { sampleSettings, zoneOf } from '../support/zone';

jest.setTimeout(60_000);

const bucketTags = { 'data-domain': 'training' };

/** Settings that leave no option at rest, so that every block that can be written is validated. */
const everyOption: Partial<SettingsSpec> = {
  organization: { adopt: 'o-abcdefghij' },
  madeRoles: [
    { name: 'BreakGlass', trusts: [{ permissionSet: 'Emergency' }, { user: 'emergency', account: 'management' }] },
    { name: 'ModelApprover', trusts: [{ role: 'review/Board', account: 'security' }] },
    { name: 'SecurityResponder', trusts: [{ permissionSet: 'Operations' }], accounts: ['security', 'sandbox'] },
  ],
  logs: { objectLock: { mode: 'GOVERNANCE', days: 365 } },
  services: {
    ...sampleSettings().services,
    notifications: {
      ...sampleSettings().services.notifications,
      slack: { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC23' },
      teams: {
        tenant: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
        team: '0b1e2c3d-4455-4677-8899-aabbccddeeff',
        channel: '19%3aabc%40thread.tacv2',
      },
    },
    accessAnalyzer: { unusedAccessDays: 90 },
    config: {
      excludedResourceTypes: ['AWS::EC2::NetworkInterface'],
      sagemakerEndpointKmsKeyArns: ['arn:aws:kms:eu-central-1:111122223333:key/1234'],
    },
    guardDuty: { features: ['RUNTIME_MONITORING'], runtimeAgents: ['EC2_AGENT_MANAGEMENT'] },
    macie: {
      ...sampleSettings().services.macie,
      jobs: [
        { name: 'once', schedule: { once: 'first-import' }, bucketTags },
        { name: 'monthly', schedule: { monthly: 1 }, bucketTags },
      ],
    },
  },
};

const stacksOf = (settings?: Partial<SettingsSpec>): Stacks =>
  synth(zoneOf({ settings: { ...everyOption, ...settings } }));

/** One stack of each kind. */
const kinds = [
  'management',
  'log-archive',
  'security',
  'account-sandbox',
  'account-partner',
  'ai-models',
  'compliance',
  'cost',
];

const backends: Readonly<Record<string, SettingsSpec['backend']>> = {
  s3: { type: 's3', bucket: 'acme-state', region: 'eu-west-1', kmsKeyId: 'alias/state' },
  hcp: { type: 'hcp', organization: 'acme', project: 'governance' },
};

const v5 = '~> 5.100';
const v6 = '~> 6.25';

for (const { provider, placement, settings } of [
  { provider: v5, placement: 'aliases', settings: undefined },
  { provider: v6, placement: 'aliases', settings: { awsProvider: '>= 5.100.0, < 7.0.0' } },
  { provider: v6, placement: 'the region argument', settings: { awsProvider: v6 } },
])
  describeWith(provider, `terraform validate with AWS provider ${provider}, placement by ${placement}`, () => {
    let validation: Validation;
    let stacks: Stacks;
    beforeAll(() => {
      validation = new Validation(provider);
      stacks = stacksOf(settings);
    });
    afterAll(() => validation.remove());

    test.each(kinds)('has no error and no warning in %s', (kind) => {
      expect(validation.diagnose(find(stacks, kind).json)).toEqual([]);
    });
  });

describeWith(v5, `terraform validate with AWS provider ${v5}`, () => {
  let validation: Validation;
  let local: Stacks;
  beforeAll(() => {
    validation = new Validation(v5);
    local = stacksOf();
  });
  afterAll(() => validation.remove());

  test('finds what is wrong with a resource, and with the place of a state', () => {
    const { json } = find(local, 'account-sandbox');
    const resource = { aws_iam_role: { incomplete: { provider: 'aws' } } };
    const data = { terraform_remote_state: { management: { backend: 's3', config: { bucket: 'acme-state' } } } };
    expect(validation.diagnose({ ...json, resource }).join()).toContain('assume_role_policy');
    expect(validation.diagnose({ data }).join()).toContain('attribute "key" is required');
  });

  test('has no error and no warning in the stack of a teardown that forgets jobs', () => {
    expect(validation.diagnose(find(stacksOf({ protection: 'off' }), 'compliance').json)).toEqual([]);
  });

  describe.each(Object.entries(backends))('with the %s backend', (_name, backend) => {
    let stacks: Stacks;
    beforeAll(() => {
      stacks = stacksOf({ backend });
    });

    test.each(kinds)('has no error and no warning in how %s keeps and reads state, and the same resources', (kind) => {
      const { '//': _about, data, terraform, ...rest } = withoutMadeOf(find(stacks, kind));
      const { '//': _aboutLocal, data: _data, terraform: _terraform, ...localRest } = withoutMadeOf(find(local, kind));
      expect(rest).toEqual(localRest);
      // Without the AWS provider, whose schema takes seconds to load.
      const { required_providers: _providers, ...settings } = terraform;
      expect(validation.diagnose({ terraform: settings, data })).toEqual([]);
    });
  });
});

describeWith(v5, 'terraform validate of what AWS provider 5 does not take', () => {
  let validation: Validation;
  beforeAll(() => {
    validation = new Validation(v5);
  });
  afterAll(() => validation.remove());

  // In one region nothing needs the argument that places it in version 6.
  test('finds the policy type wrong in guardrails of the organization, and nothing else', () => {
    const ai = { organizationGuardrails: [{ name: 'house', where: 'every account' as const, exceptModels: ['a.b'] }] };
    const { json } = find(synth(smallZone({ awsProvider: v6, ai })), 'management');
    const { required_providers: _providers, ...terraform } = json.terraform;
    const written = { ...json, terraform };
    expect(validation.diagnose(written)).toEqual([expect.stringMatching(/^error: .*got BEDROCK_POLICY/s)]);
    const known = JSON.stringify(written).replaceAll('BEDROCK_POLICY', 'CHATBOT_POLICY');
    expect(validation.diagnose(JSON.parse(known))).toEqual([]);
  });
});

describeWith('5.100.0', 'terraform init with the lock file of a synth', () => {
  it('installs the provider that is locked, and changes nothing in the file', () => {
    const validation = new Validation('5.100.0', tryProviderLock(testedAwsProvider));
    try {
      expect(validation.lock()).toBe(tryProviderLock(testedAwsProvider));
    } finally {
      validation.remove();
    }
  });
});
