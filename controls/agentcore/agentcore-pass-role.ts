import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'iam:PassRole';
const key = 'iam:PassedToService';
const agentCore = 'bedrock-agentcore.amazonaws.com';
/** CreateRegistryRecord passes a role under its own name (Service Authorization Reference, AWS Agent Registry). */
const registry = 'agent-registry.amazonaws.com';
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

export default defineControl({
  id: 'agentcore-pass-role',
  title: 'AgentCore is passed roles that were made for it, and no others',
  why: 'Whoever may pass any role gives an agent the rights of a pipeline or an administrator, and then asks the agent.',
  fix: 'Have BedrockAgentCore in the name of the role, as in the roles that AWS makes, and trust no other service in it.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: action,
        // The pattern of AWS's own policy BedrockAgentCoreFullAccess (AWS Managed Policy Reference).
        NotResource: 'arn:aws:iam::*:role/*BedrockAgentCore*',
        Condition: { StringEquals: { [key]: [agentCore, registry] } },
      },
    ],
  },
  promises: [
    {
      that: 'Nobody gives an agent the role of an administrator, of SageMaker or of a function',
      deny: {
        Action: 'iam:PassRole',
        Resource: [
          'arn:aws:iam::*:role/Administrator',
          'arn:aws:iam::*:role/OrganizationAccountAccessRole',
          'arn:aws:iam::*:role/service-role/AmazonSageMaker-ExecutionRole',
          'arn:aws:iam::*:role/service-role/report-function',
        ],
        Condition: { StringEquals: { [key]: ['bedrock-agentcore.amazonaws.com', 'agent-registry.amazonaws.com'] } },
      },
      assuming: [{ that: 'an ARN names one role', NotResource: 'arn:aws:iam::*:role/*:role/*' }],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-5', 'AC-6', 'AC-6(1)']),
    judged('hipaa', ['164.308(a)(4)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.3']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5', 'A.9.2']),
    judged('nist-ai-rmf', ['GOVERN 2.1', 'MEASURE 2.7']),
  ],
  examples: [
    {
      when: 'a runtime is given the role of a pipeline',
      action,
      resource: role('deployment-pipeline'),
      context: { [key]: agentCore },
      denied: true,
    },
    {
      when: 'a record of the registry is given the role of a pipeline',
      action,
      resource: role('deployment-pipeline'),
      context: { [key]: registry },
      denied: true,
    },
    {
      when: 'a runtime is given a role that was made for it',
      action,
      resource: role('agents/BedrockAgentCore-triage'),
      context: { [key]: agentCore },
      denied: false,
    },
    {
      when: 'a function is given its role',
      action,
      resource: role('deployment-pipeline'),
      context: { [key]: 'lambda.amazonaws.com' },
      denied: false,
    },
  ],
});
