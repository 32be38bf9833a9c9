import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:CreateCodeInterpreter';
const key = 'bedrock-agentcore:subnets';

export default defineControl({
  id: 'agentcore-interpreter-private',
  title: 'Code that a model wrote runs in a VPC',
  why: 'Nobody reviews that code before it runs; on an open network it can download more code and send data away.',
  fix: "Create the code interpreter with networkMode 'VPC', in subnets without a way to the internet.",
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: {
    managed: 'BEDROCKAGENTCORE_CODEINTERPRETER_NETWORKMODE_CHECK',
    resourceTypes: ['AWS::BedrockAgentCore::CodeInterpreterCustom'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  promises: [
    {
      that: 'No code interpreter is made that is not in a VPC',
      deny: { Action: 'bedrock-agentcore:CreateCodeInterpreter', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.7'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7', 'SC-44']),
    judged('hipaa', ['164.312(e)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.6', 'CC6.8']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the network mode is SANDBOX or PUBLIC, so there are no subnets', action, denied: true },
    { when: 'subnets are named', action, context: { [key]: 'subnet-0a1b2c3d' }, denied: false },
    { when: 'NetworkMode is VPC', compliant: true },
    { when: 'NetworkMode is SANDBOX: S3 can still be reached from it', compliant: false },
  ],
});
