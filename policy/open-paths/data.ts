import type { OpenPath } from './open-path';

const training = 'arn:aws:s3:::acme-ai-data-training-{account}/part-0001';
const model = 'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0';
const theirs = { 'aws:ResourceOrgID': 'o-somebodyelse', 'aws:ResourceAccount': '999988887777' };
const stranger = { 'aws:SourceAccount': '999988887777' };
const leaves = 'Data leaves the organization nowhere';
const filtered = 'Every answer is filtered and logged';
const reached = 'No stranger reaches data';
const named =
  'A policy that names every action that takes data would be longer than AWS lets it be. What data sets and models are kept in, buckets, tables and vectors, is named; endpoint policies and a firewall narrow the rest.';

/** Past filters, out of the organization, and to what is kept. */
export const data: readonly OpenPath[] = [
  {
    promise: filtered,
    who: 'an application',
    what: 'names a guardrail of its own that blocks nothing',
    request: {
      account: 'ml-production',
      action: 'bedrock:InvokeModel',
      resource: model,
      context: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-central-1:{account}:guardrail/own:1' },
    },
    reason:
      'Ids of guardrails are known only once they are made, and teams make their own. The guardrail that an account enforces (`enforcedGuardrail`) filters such a call as well, and nobody may change it.',
  },
  {
    promise: filtered,
    who: 'a data scientist',
    what: 'asks a model in a batch',
    request: { account: 'ml-production', action: 'bedrock:CreateModelInvocationJob', resource: model },
    reason:
      'AWS sends no guardrail for a batch (Bedrock User Guide, guardrails-permissions-id, names InvokeModel and Converse). The model is an approved one, and the answers are in a bucket of the account.',
  },
  {
    promise: 'Whoever may call an agent may use no tool but those meant for it',
    who: 'an engineer',
    what: 'makes a gateway that asks no policy engine',
    request: {
      account: 'ml-production',
      action: 'bedrock-agentcore:CreateGateway',
      context: {
        'bedrock-agentcore:GatewayAuthorizerType': 'CUSTOM_JWT',
        'aws:RequestTag/owner': 'ml-platform',
      },
    },
    reason:
      'AWS lists the condition key of the engine for no action, so a policy cannot ask for its presence. An engine that only logs is denied, and a rule reports a gateway without one within a day.',
  },
  {
    promise: leaves,
    who: 'a job',
    what: 'sends messages to a queue of a stranger',
    request: { account: 'ml-production', action: 'sqs:SendMessage', context: theirs },
    reason: named,
  },
  {
    promise: leaves,
    who: 'a job',
    what: 'calls a function of a stranger with the data',
    request: { account: 'ml-production', action: 'lambda:InvokeFunction', context: theirs },
    reason: `${named} SageMaker Ground Truth calls functions in accounts of AWS.`,
  },
  {
    promise: leaves,
    who: 'an engineer',
    what: 'pushes an image with a model in it to the registry of a stranger',
    request: { account: 'ml-production', action: 'ecr:PutImage', context: theirs },
    reason: named,
  },
  {
    promise: leaves,
    who: 'an engineer',
    what: 'sends a log group to a destination of a stranger',
    request: {
      account: 'ml-production',
      action: 'logs:PutSubscriptionFilter',
      resource: 'arn:aws:logs:eu-central-1:{account}:log-group:/triage:*',
    },
    reason: 'The call is authorised on the own log group; no condition key says where it sends.',
  },
  {
    promise: leaves,
    who: 'the deploy role',
    what: 'writes into a bucket of another organization',
    request: {
      account: 'ml-production',
      principal: 'deployRole',
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::theirs/x',
      context: theirs,
    },
    reason:
      'State may be kept there. Only code that was reviewed runs as the deploy role, and it reads no row of the data lake.',
  },
  {
    promise: reached,
    who: 'Config for an account of a stranger',
    what: 'writes into a bucket',
    request: {
      account: 'log-archive',
      principal: 'config.amazonaws.com',
      action: 's3:PutObject',
      resource: training,
      context: stranger,
    },
    reason:
      'Config, GuardDuty and Macie are not known to send the organization of their source. They write into buckets of the log archive, whose own policies check the source account.',
  },
  {
    promise: reached,
    who: 'a service that says not for whom it acts',
    what: 'reads an object',
    request: {
      account: 'ml-production',
      principal: 'elasticloadbalancing.amazonaws.com',
      action: 's3:GetObject',
      resource: training,
    },
    reason: 'There is nothing that a policy could ask. The policy of the bucket has to admit the service.',
  },
  {
    promise: 'What was decided stays on record',
    who: 'an engineer',
    what: 'writes something else into the lineage of a model',
    request: { account: 'ml-production', action: 'sagemaker:UpdateArtifact' },
    reason: 'Pipelines write lineage while they run. CloudTrail keeps who changed what.',
  },
  {
    promise: 'What is encrypted can be read tomorrow',
    who: 'an engineer',
    what: 'disables a key that a team made',
    request: { account: 'ml-production', action: 'kms:DisableKey' },
    reason:
      'It can be undone in a moment, and is the way to stop the use of a key. Keys of the landing zone are guarded, and none is deleted.',
  },
];
