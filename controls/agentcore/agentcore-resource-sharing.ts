import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:PutResourcePolicy';
const registry = 'agent-registry:PutResourcePolicy';

export default defineControl({
  id: 'agentcore-resource-sharing',
  title: 'Only the deployment writes resource policies of agents, gateways, memories and registries',
  why: 'Such a policy can open an agent to any account, and removing one that names the VPC opens it to the internet.',
  fix: 'Write the resource policy into the code that the landing zone deploys.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      { Action: ['agent-registry:DeleteResourcePolicy', registry, 'bedrock-agentcore:DeleteResourcePolicy', action] },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment opens an agent, a gateway or a memory to others, not even in an emergency',
      deny: { Action: [action, registry] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4']),
    judged('hipaa', ['164.312(a)(1)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.6.2.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'somebody lets another account invoke an agent', action, denied: true },
    { when: 'somebody removes a policy', action: 'bedrock-agentcore:DeleteResourcePolicy', denied: true },
    { when: 'somebody opens a registry', action: registry, denied: true },
    { when: 'the deployment writes it', action, principal: 'deployRole', denied: false },
  ],
});
