import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, encryptedAtRest } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:CreateMemory';
const key = 'bedrock-agentcore:KmsKeyArn';

export default defineControl({
  id: 'agentcore-memory-encrypted',
  title: 'Memories of agents are encrypted with a customer managed key',
  why: 'A memory holds what people told an agent; with a key that AWS owns the company cannot cut off access to it.',
  fix: 'Pass encryptionKeyArn to CreateMemory. The key of a memory cannot be changed later: make a new one.',
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: {
    managed: 'BEDROCK_AGENTCORE_MEMORY_ENCRYPTION_ENABLED',
    resourceTypes: ['AWS::BedrockAgentCore::Memory'],
    regions: {
      only: [
        'ap-northeast-1',
        'ap-south-1',
        'ap-southeast-1',
        'ap-southeast-2',
        'eu-central-1',
        'eu-west-1',
        'us-east-1',
        'us-east-2',
      ],
    },
  },
  promises: [
    {
      that: 'No memory of an agent is made that names no key',
      deny: { Action: 'bedrock-agentcore:CreateMemory', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.3'),
    judged('nist-800-53-r5', ['SC-13', 'SC-28(1)']),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7', 'MEASURE 2.10']),
  ],
  examples: [
    { when: 'no key is named', action, denied: true },
    {
      when: 'a key of the account is named',
      action,
      context: { [key]: 'arn:aws:kms:eu-central-1:123456789012:key/1b9c8d7e-0000-4000-8000-a1b2c3d4e5f6' },
      denied: false,
    },
    { when: 'EncryptionKeyArn is set', compliant: true },
    { when: 'EncryptionKeyArn is missing', compliant: false },
  ],
});
