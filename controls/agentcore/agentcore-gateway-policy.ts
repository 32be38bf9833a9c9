import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock-agentcore:UpdateGateway';
const key = 'bedrock-agentcore:PolicyEngineMode';

export default defineControl({
  id: 'agentcore-gateway-policy',
  title: 'Gateways ask a policy engine before an agent calls a tool, and keep to its answer',
  why: 'Without one whoever may reach the gateway may use every tool behind it, with whatever arguments a model wrote.',
  fix: 'Attach a policy engine that is under a key of the account, with mode ENFORCE, and take exceptionLevel away.',
  severity: 'high',
  where: workloads,
  prevent: {
    scp: [
      {
        Action: ['bedrock-agentcore:CreateGateway', action],
        // AgentCore Developer Guide, security-gateway-condition-keys. The Service Authorization Reference of September 2026
        // lists the key for no action, so it is not negated: if it never came, that would deny all.
        Condition: { StringEquals: { [key]: 'LOG_ONLY' } },
      },
    ],
  },
  detect: {
    lambda: 'agentcore-gateway-policy',
    frequency: 'TwentyFour_Hours',
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  promises: [
    {
      that: 'No policy engine of a gateway only logs what it would forbid',
      deny: {
        Action: ['bedrock-agentcore:CreateGateway', 'bedrock-agentcore:UpdateGateway'],
        Condition: { StringEquals: { [key]: 'LOG_ONLY' } },
      },
    },
    {
      that: 'No gateway is made without a policy engine that is kept to',
      deny: { Action: 'bedrock-agentcore:CreateGateway', Condition: { StringNotEquals: { [key]: 'ENFORCE' } } },
      exception:
        'If the key never came, asking for it would deny every gateway (see prevent). AWS Config reports a gateway without an engine.',
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'SI-11']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 14', 'Art. 15']),
    judged('iso-42001', ['A.9.2', 'A.9.4']),
    judged('nist-ai-rmf', ['GOVERN 3.2', 'MANAGE 1.3']),
  ],
  examples: [
    { when: 'the engine is set to log only', action, context: { [key]: 'LOG_ONLY' }, denied: true },
    { when: 'the engine decides', action, context: { [key]: 'ENFORCE' }, denied: false },
    { when: 'the request does not carry the key', action, denied: false },
    { when: 'the engine is under a key of the account and its mode is ENFORCE', compliant: true },
    { when: 'the gateway has no policy engine', compliant: false },
    { when: 'exceptionLevel is DEBUG', compliant: false },
  ],
});
