import type { SettingsSpec } from '../../schema/forms/settings';
import { problemsThrownBy } from '../support/problems';
import { reference, resource, resources, type Stack, smallZone, statements, synthOne } from '../support/synth';

type Guardrails = NonNullable<NonNullable<SettingsSpec['ai']>['organizationGuardrails']>;

const regions = ['eu-central-1', 'eu-west-1'];
const house = { name: 'house', where: 'every account' } as const;
const sandbox = { name: 'sandbox', where: { organizationalUnits: ['Sandbox'] }, regions: ['eu-central-1'] };

const managementOf = (organizationGuardrails: Guardrails, settings: Partial<SettingsSpec> = {}): Stack =>
  synthOne(smallZone({ awsProvider: '~> 6.25', regions, ai: { organizationGuardrails }, ...settings }), 'management');

const policy = 'aws_organizations_policy';
const identifier = (name: string, region: string) =>
  `${reference(`aws_bedrock_guardrail.guardrail-${name}-${region}.guardrail_arn`)}:${reference(`aws_bedrock_guardrail_version.guardrail-${name}-${region}-version.version`)}`;
const inferenceOf = (stack: Stack, name: string) =>
  JSON.parse(resource(stack, policy, `bedrock-${name}`).content).bedrock.guardrail_inference;

describe('a guardrail that the organization enforces', () => {
  const management = managementOf([house, sandbox]);

  it('is of the management account, in each region that it names or that is governed', () => {
    expect(Object.keys(resources(management, 'aws_bedrock_guardrail'))).toEqual([
      'guardrail-house-eu-central-1',
      'guardrail-house-eu-west-1',
      'guardrail-sandbox-eu-central-1',
    ]);
    expect(resource(management, 'aws_bedrock_guardrail', 'guardrail-house-eu-west-1')).toMatchObject({
      name: 'house',
      region: 'eu-west-1',
      kms_key_arn: reference('aws_kms_key.guardrails-key-eu-west-1.arn'),
    });
  });

  it('is named with its version by a policy that guards all that a request says', () => {
    const assigned = (region: string) => ({
      config_1: {
        identifier: { '@@assign': identifier('house', region) },
        selective_content_guarding: {
          system: { '@@assign': 'comprehensive' },
          messages: { '@@assign': 'comprehensive' },
        },
      },
    });
    expect(inferenceOf(management, 'house')).toEqual(
      Object.fromEntries(regions.map((region) => [region, assigned(region)])),
    );
    expect(Object.keys(inferenceOf(management, 'sandbox'))).toEqual(['eu-central-1']);
  });

  it('holds where it is attached: at the root, and at an OU in its place', () => {
    const attachments = resources(management, 'aws_organizations_policy_attachment');
    expect(attachments['bedrock-house-at-root']).toMatchObject({
      policy_id: reference(`${policy}.bedrock-house.id`),
      target_id: reference('aws_organizations_organization.organization.roots[0].id'),
    });
    expect(attachments['bedrock-sandbox-at-ou-Sandbox']).toMatchObject({
      target_id: reference('aws_organizations_organizational_unit.ou-Sandbox.id'),
    });
  });

  it('may be applied by the accounts of the organization, and read, before any policy has them apply it', () => {
    const share = resource(management, 'aws_cloudformation_stack', 'guardrail-house-eu-west-1-policy');
    expect(share.parameters).toEqual({
      GuardrailArn: reference('aws_bedrock_guardrail.guardrail-house-eu-west-1.guardrail_arn'),
      OrganizationId: reference('aws_organizations_organization.organization.id'),
    });
    const [shared] = JSON.parse(share.template_body).Resources.GuardrailPolicy.Properties.PolicyDocument.Statement;
    expect(shared).toMatchObject({
      Action: ['bedrock:ApplyGuardrail', 'bedrock:GetGuardrail'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'OrganizationId' } } },
    });
    expect(resource(management, policy, 'bedrock-house').depends_on).toEqual(
      expect.arrayContaining(
        ['house-eu-central-1', 'house-eu-west-1'].map((key) => `aws_cloudformation_stack.guardrail-${key}-policy`),
      ),
    );
  });

  it('is decrypted by the accounts of the organization alone, and its keys stay', () => {
    const key = resource(management, 'aws_kms_key', 'guardrails-key-eu-west-1');
    expect(statements(key.policy).OrganizationApplies).toMatchObject({
      Action: 'kms:Decrypt',
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': reference('aws_organizations_organization.organization.id') },
      },
    });
    expect(key.lifecycle).toMatchObject({ prevent_destroy: true });
  });

  it('has its policy type enabled, which is off without one', () => {
    const enabled = (stack: Stack) =>
      resource(stack, 'aws_organizations_organization', 'organization').enabled_policy_types;
    expect(enabled(management)).toContain('BEDROCK_POLICY');
    const without = managementOf([]);
    expect(enabled(without)).not.toContain('BEDROCK_POLICY');
    expect(resources(without, 'aws_kms_key')).toEqual({});
  });

  it('leaves models out by name, and then every policy says which it leaves out', () => {
    const stack = managementOf([{ ...house, exceptModels: ['amazon.titan-embed-text-v2:0'] }, sandbox]);
    const excluded = (name: string) => inferenceOf(stack, name)['eu-central-1'].config_1.model_enforcement;
    expect(excluded('house')).toEqual({
      included_models: { '@@assign': ['ALL'] },
      excluded_models: { '@@assign': ['amazon.titan-embed-text-v2:0'] },
    });
    expect(excluded('sandbox').excluded_models).toEqual({ '@@assign': [] });
  });

  it('is another version with each change, which its policy names in place', () => {
    const version = (stack: Stack) =>
      resource(stack, 'aws_bedrock_guardrail_version', 'guardrail-house-eu-west-1-version').description;
    const changed = managementOf([{ ...house, words: { profanity: true } }, sandbox]);
    expect(version(changed)).not.toBe(version(management));
    expect(resource(changed, policy, 'bedrock-house')).toEqual(resource(management, policy, 'bedrock-house'));
  });
});

describe('two guardrails of the organization at one place', () => {
  it('are refused, because the second would take the place of the first', () => {
    expect(problemsThrownBy(() => managementOf([house, { ...house, name: 'second' }]))).toMatchObject([
      {
        field: 'ai.organizationGuardrails',
        value: '2 at Root',
        rule: expect.stringContaining('at most 1 policy of the kind Bedrock policy is attached to one target'),
      },
    ]);
  });
});
