import { adds, type Rows, to } from './change';
import { onlyHome, twoRegions } from './small-zone';

const bedrock = 'accounts.models.ai.bedrock';

/** As strong as the control bedrock-guardrail-strength wants it. */
const visitors = { name: 'visitors', sensitiveInformation: { anonymize: ['NAME'] } };

/** A row for each field of `ai.bedrock` of an account: settings-changes.ts says how one is written. */
export const bedrockChanges: Rows = {
  'ai.bedrock': to({ invocationLogging: { on: false }, guardrails: [visitors] }, { at: 'accounts.sandbox.ai.bedrock' }),
  'ai.bedrock.invocationLogging.on': to(
    { invocationLogging: { on: true } },
    {
      at: 'accounts.sandbox.ai.bedrock',
      loses: ['management/aws_organizations_policy_attachment.scp-without-invocation-logging-*-at-account-sandbox'],
    },
  ),
  'ai.bedrock.invocationLogging.text': to(false, {
    also: { 'settings.controls.bedrock-invocation-logging': { mode: 'off', reason: 'prompts are not kept' } },
  }),
  'ai.bedrock.invocationLogging.image': to(false),
  'ai.bedrock.invocationLogging.embedding': to(false),
  'ai.bedrock.invocationLogging.video': to(false),
  'ai.bedrock.invocationLogging.retentionDays': to(400),
  'ai.bedrock.invocationLogging.readers': to(['Reviewer']),
  'ai.bedrock.invocationLogging.archive': to(false, {
    loses: [
      'ai-models/aws_iam_role*.prompt-replication*',
      'ai-models/aws_s3_bucket_replication_configuration.prompt-replication-*',
    ],
  }),
  'ai.bedrock.invocationLogging.cloudWatch': to(undefined, {
    loses: [
      'ai-models/aws_cloudwatch_log_group.model-invocations-*',
      'ai-models/aws_iam_role*.model-invocations-role*',
    ],
  }),
  'ai.bedrock.invocationLogging.cloudWatch.retentionDays': to(60),
  'ai.bedrock.guardrails': adds(visitors),
  'ai.bedrock.guardrails[].name': to('patients-and-visitors', {
    also: { [`${bedrock}.enforcedGuardrail`]: 'patients-and-visitors' },
    loses: ['ai-models/aws_bedrock_guardrail*.guardrail-patients-*'],
  }),
  'ai.bedrock.guardrails[].description': to('For patients'),
  'ai.bedrock.guardrails[].blockedInputMessage': to('This cannot be answered.'),
  'ai.bedrock.guardrails[].blockedOutputMessage': to('The answer is withheld.'),
  'ai.bedrock.guardrails[].contentFilters.HATE.input': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.HATE.output': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.INSULTS.input': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.INSULTS.output': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.MISCONDUCT.input': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.MISCONDUCT.output': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.SEXUAL.input': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.SEXUAL.output': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.VIOLENCE.input': to('LOW'),
  'ai.bedrock.guardrails[].contentFilters.VIOLENCE.output': to('LOW'),
  'ai.bedrock.guardrails[].promptAttack': to('MEDIUM', {
    also: { 'settings.controls.bedrock-guardrail-strength': { mode: 'off', reason: 'prompts are code' } },
  }),
  'ai.bedrock.guardrails[].deniedTopics': adds({
    name: 'Law',
    definition: 'Advice of a lawyer',
    examples: ['May I sue?'],
  }),
  'ai.bedrock.guardrails[].deniedTopics[].name': to('Illness'),
  'ai.bedrock.guardrails[].deniedTopics[].definition': to('Telling which illness a person has'),
  'ai.bedrock.guardrails[].deniedTopics[].examples': adds('What do I have?'),
  'ai.bedrock.guardrails[].sensitiveInformation.block': adds('PIN'),
  'ai.bedrock.guardrails[].sensitiveInformation.anonymize': adds('EMAIL'),
  'ai.bedrock.guardrails[].sensitiveInformation.patterns': adds({
    name: 'case',
    regex: 'CASE-\\d{6}',
    action: 'BLOCK',
  }),
  'ai.bedrock.guardrails[].sensitiveInformation.patterns[].name': to('patient'),
  'ai.bedrock.guardrails[].sensitiveInformation.patterns[].regex': to('PAT-\\d{9}'),
  'ai.bedrock.guardrails[].sensitiveInformation.patterns[].action': to('BLOCK'),
  'ai.bedrock.guardrails[].sensitiveInformation.patterns[].description': to('Numbers of patients'),
  'ai.bedrock.guardrails[].words.blocked': adds('cure-all'),
  'ai.bedrock.guardrails[].words.profanity': to(true),
  'ai.bedrock.guardrails[].grounding.grounding': to(0.8),
  'ai.bedrock.guardrails[].grounding.relevance': to(0.6),
  'ai.bedrock.guardrails[].regions': to(twoRegions, onlyHome(`${bedrock}.guardrails[0].regions`)),
  'ai.bedrock.alarms.clientErrorsPerHour': to(50),
  'ai.bedrock.alarms.throttlesPerHour': to('off', {
    loses: ['ai-models/aws_cloudwatch_metric_alarm.bedrock-throttles-*'],
  }),
  'ai.bedrock.alarms.invocationsPerHour': to(20_000),
  'ai.bedrock.enforcedGuardrail': to(undefined, { loses: ['ai-models/aws_cloudformation_stack.enforced-guardrail-*'] }),
  'ai.bedrock.inferenceProfiles': adds({ name: 'embed', model: 'amazon.titan-embed-text-v2:0', costCenter: '4711' }),
  'ai.bedrock.inferenceProfiles[].name': to('sorting', { loses: ['ai-models/aws_bedrock_inference_profile'] }),
  'ai.bedrock.inferenceProfiles[].description': to('For the triage of referrals', {
    loses: ['ai-models/aws_bedrock_inference_profile'],
  }),
  'ai.bedrock.inferenceProfiles[].model': to('anthropic.claude-3-5-sonnet-20240620-v1:0', {
    loses: ['ai-models/aws_bedrock_inference_profile'],
  }),
  'ai.bedrock.inferenceProfiles[].costCenter': to('4712'),
  'ai.bedrock.inferenceProfiles[].regions': to(twoRegions, onlyHome(`${bedrock}.inferenceProfiles[0].regions`)),
};
