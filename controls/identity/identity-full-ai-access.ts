import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

/** AWS Managed Policy Reference. Not in the sandbox: there the console attaches one to the first role that it makes. */
const policies = [
  'AgentRegistryFullAccess',
  'AmazonBedrockFullAccess',
  'AmazonBedrockMantleFullAccess',
  'AmazonSageMakerFullAccess',
  'BedrockAgentCoreFullAccess',
];

export default defineControl({
  id: 'identity-full-ai-access',
  title: 'Nobody has the policies of AWS that allow everything in Bedrock, AgentCore, Agent Registry or SageMaker',
  why: 'They let one role train, approve, serve and delete, and pass and read far more than its work needs.',
  fix: 'Write a policy for the duty, by what IAM Access Analyzer generates from use, and detach the managed one.',
  severity: 'medium',
  where: workloads,
  detect: {
    managed: 'IAM_POLICY_BLACKLISTED_CHECK',
    parameters: { policyArns: policies.map((name) => `arn:aws:iam::aws:policy/${name}`).join(',') },
    resourceTypes: ['AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::User'],
    regions: 'home',
  },
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-5', 'AC-6']),
    judged('hipaa', ['164.308(a)(4)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('pci-dss', ['7.2.2']),
    judged('eu-ai-act', ['Art. 14', 'Art. 15']),
    judged('iso-42001', ['A.3.2', 'A.4.5']),
  ],
  examples: [
    { when: 'a role has policies of the company', compliant: true },
    { when: 'AmazonSageMakerFullAccess is attached to a role', compliant: false },
    { when: 'AmazonBedrockFullAccess is attached to a group', compliant: false },
    { when: 'AgentRegistryFullAccess is attached to a role', compliant: false },
  ],
});
