import { defineControl, judged } from '../../schema/forms/control';
import { recordsUse } from '../shared/mappings';
import { everyAccount } from '../where';

/** Some of each service, so that none leaves the trail unseen. In quotation marks: one begins another. */
const types = [
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Bedrock::Model',
  'AWS::BedrockAgentCore::Browser',
  'AWS::BedrockAgentCore::CodeInterpreter',
  'AWS::BedrockAgentCore::Gateway',
  'AWS::BedrockAgentCore::Memory',
  'AWS::BedrockAgentCore::Runtime',
  'AWS::BedrockMantle::Project',
  'AWS::S3::Object',
  'AWS::S3Vectors::Index',
  'AWS::SageMaker::Endpoint',
];

export default defineControl({
  id: 'logging-ai-data-events',
  title: 'Who used a model, an agent, a knowledge base or an object of the data lake is on record in every account',
  why: 'CloudTrail leaves the use of models and agents out unless it is asked, and what an agent did is then known to nobody.',
  fix: 'Nothing is to be done: the trail of each account records it, and the security account asks it with landing-zone audit.',
  severity: 'high',
  where: everyAccount,
  keptBy: [
    { stack: 'account', resource: 'aws_cloudtrail.ai-data-events', saying: types.map((type) => JSON.stringify(type)) },
  ],
  satisfies: [...recordsUse, judged('nist-800-53-r5', ['AU-14']), judged('pci-dss', ['10.2.1'])],
});
