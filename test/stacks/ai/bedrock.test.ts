import type { SettingsSpec } from '../../../schema/forms/settings';
import { stacksWithBedrock } from '../../support/bedrock';
import { accountId, find, reference, resource, resources, smallZone, synthOne } from '../../support/synth';
import { sampleSettings } from '../../support/zone';

const everyRegion = { regions: sampleSettings().regions };
const withBedrock = (bedrock: object, settings: Partial<SettingsSpec> = {}) =>
  find(stacksWithBedrock({ invocationLogging: { on: false }, ...bedrock }, settings), 'ai-models');
const withGuardrail = (guardrail: object) => withBedrock({ guardrails: [{ name: 'patients', ...guardrail }] });
const versionOf = (guardrail: object) =>
  resource(withGuardrail(guardrail), 'aws_bedrock_guardrail_version', 'guardrail-patients-eu-central-1-version');

describe('a guardrail', () => {
  const full = resource(
    synthOne(smallZone({}, ['models']), 'ai-models'),
    'aws_bedrock_guardrail',
    'guardrail-patients-eu-central-1',
  );

  test('filters by every policy that the file has', () => {
    expect(full).toMatchObject({
      name: 'patients',
      blocked_input_messaging: 'This request cannot be answered here.',
      content_policy_config: [
        {
          filters_config: [
            ...['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'].map((type) => ({
              type,
              input_strength: 'HIGH',
              output_strength: 'HIGH',
            })),
            { type: 'PROMPT_ATTACK', input_strength: 'HIGH', output_strength: 'NONE' },
          ],
        },
      ],
      contextual_grounding_policy_config: [
        {
          filters_config: [
            { type: 'GROUNDING', threshold: 0.7 },
            { type: 'RELEVANCE', threshold: 0.5 },
          ],
        },
      ],
      sensitive_information_policy_config: [
        {
          pii_entities_config: [
            { type: 'PASSWORD', action: 'BLOCK' },
            { type: 'NAME', action: 'ANONYMIZE' },
          ],
          regexes_config: [
            { name: 'patient-number', pattern: 'PAT-\\d{8}', action: 'ANONYMIZE', description: 'patient-number' },
          ],
        },
      ],
      topic_policy_config: [{ topics_config: [expect.objectContaining({ name: 'Diagnosis', type: 'DENY' })] }],
      word_policy_config: [
        { words_config: [{ text: 'miracle cure' }], managed_word_lists_config: [{ type: 'PROFANITY' }] },
      ],
    });
  });

  test('is encrypted with a key of its region', () => {
    expect(full.kms_key_arn).toBe(reference('aws_kms_key.guardrails-key-eu-central-1.arn'));
  });

  test('leaves out the policies that it does not have, which Bedrock would refuse as empty', () => {
    const plain = resource(withGuardrail({}), 'aws_bedrock_guardrail', 'guardrail-patients-eu-central-1');
    expect(Object.keys(plain).filter((key) => key.endsWith('_policy_config'))).toEqual(['content_policy_config']);
  });

  test('always has a description, without which AWS provider 5.100 fails', () => {
    const plain = resource(withGuardrail({}), 'aws_bedrock_guardrail', 'guardrail-patients-eu-central-1');
    expect(plain.description).toBe('patients');
  });

  test('is made in its regions only, and in every region of the account when it names none', () => {
    const { guardrail_arns } = withBedrock(
      { guardrails: [{ name: 'everywhere' }, { name: 'here', regions: ['eu-west-1'] }] },
      everyRegion,
    ).json.output;
    expect(Object.keys(guardrail_arns.value).sort()).toEqual([
      'eu-central-1/everywhere',
      'eu-west-1/everywhere',
      'eu-west-1/here',
      'us-east-1/everywhere',
    ]);
  });
});

describe('a version of a guardrail', () => {
  test('stays when another one comes, because applications pin it', () => {
    expect(versionOf({}).skip_destroy).toBe(true);
  });

  test('is another one after a change of what is filtered or said, and the same one without', () => {
    const of = (guardrail: object) => versionOf(guardrail).description;
    expect(of({})).toBe(of({}));
    const changes = [
      {},
      { promptAttack: 'MEDIUM' },
      { blockedOutputMessage: 'No.' },
      { words: { profanity: true } },
      { contentFilters: { HATE: { output: 'LOW' } } },
      { sensitiveInformation: { block: ['NAME'] } },
      { sensitiveInformation: { anonymize: ['NAME'] } },
    ];
    expect(new Set(changes.map(of)).size).toBe(changes.length);
  });

  test('is published with id and ARN, by region and name', () => {
    const { guardrail_ids, guardrail_arns, guardrail_versions } = withGuardrail({}).json.output;
    const guardrail = 'aws_bedrock_guardrail.guardrail-patients-eu-central-1';
    expect(
      [guardrail_ids, guardrail_arns, guardrail_versions].map(({ value }) => value['eu-central-1/patients']),
    ).toEqual([
      reference(`${guardrail}.guardrail_id`),
      reference(`${guardrail}.guardrail_arn`),
      reference('aws_bedrock_guardrail_version.guardrail-patients-eu-central-1-version.version'),
    ]);
  });
});

describe('an enforced guardrail', () => {
  test('goes with its numbered version into every region where it is, and into no other', () => {
    const ai = withBedrock(
      { guardrails: [{ name: 'patients', regions: ['eu-west-1'] }, { name: 'other' }], enforcedGuardrail: 'patients' },
      everyRegion,
    );
    const stacks = resources(ai, 'aws_cloudformation_stack');
    expect(Object.keys(stacks).filter((name) => name.startsWith('enforced-guardrail'))).toEqual([
      'enforced-guardrail-eu-west-1',
    ]);
    const { template_body, parameters } = stacks['enforced-guardrail-eu-west-1'] ?? {};
    expect(parameters).toEqual({
      GuardrailIdentifier: reference('aws_bedrock_guardrail.guardrail-patients-eu-west-1.guardrail_arn'),
      GuardrailVersion: reference('aws_bedrock_guardrail_version.guardrail-patients-eu-west-1-version.version'),
    });
    expect(JSON.parse(template_body).Resources).toEqual({
      EnforcedGuardrail: {
        Type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
        Properties: {
          GuardrailIdentifier: { Ref: 'GuardrailIdentifier' },
          GuardrailVersion: { Ref: 'GuardrailVersion' },
        },
      },
    });
  });
});

describe('an inference profile', () => {
  const profile = { name: 'triage', costCenter: '4711', regions: ['eu-central-1'] };
  const made = (model: string) =>
    resource(
      withBedrock({ inferenceProfiles: [{ ...profile, model }] }, { bedrockApplicationProfiles: true }),
      'aws_bedrock_inference_profile',
      'inference-profile-triage-eu-central-1',
    );

  test('is a copy of the foundation model in its region, whose calls the cost center pays', () => {
    const model = 'anthropic.claude-3-haiku-20240307-v1:0';
    expect(made(model)).toMatchObject({
      name: 'triage',
      model_source: [{ copy_from: `arn:aws:bedrock:eu-central-1::foundation-model/${model}` }],
      tags: { 'cost-center': '4711' },
    });
  });

  test('is a copy of the profile that AWS has for the geography, which bears the id of the account', () => {
    const model = 'eu.anthropic.claude-3-haiku-20240307-v1:0';
    expect(made(model).model_source).toEqual([
      { copy_from: `arn:aws:bedrock:eu-central-1:${accountId('models')}:inference-profile/${model}` },
    ]);
  });
});

test('an account without Bedrock publishes empty maps, so that readers need not know', () => {
  const ai = withBedrock({});
  for (const name of ['prompt_buckets', 'guardrail_ids', 'guardrail_versions', 'inference_profile_arns'])
    expect(ai.json.output[name].value).toEqual({});
});
