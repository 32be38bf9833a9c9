import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub, sendsNothing } from '../shared/mappings';
import { aiAccounts } from '../where';

const action = 'bedrock-agentcore:CreateBrowser';
const key = 'bedrock-agentcore:subnets';

export default defineControl({
  id: 'agentcore-browser-private',
  title: 'Browsers of agents are in a VPC',
  why: 'A web page can tell the agent to type data into a form; only a network that the company filters stops it.',
  fix: "Create the browser with networkMode 'VPC'. A browser cannot be moved: make a new one.",
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: action, Condition: { Null: { [key]: 'true' } } }] },
  detect: {
    managed: 'BEDROCKAGENTCORE_BROWSERCUSTOM_NETWORK_MODE_NOT_PUBLIC',
    resourceTypes: ['AWS::BedrockAgentCore::BrowserCustom'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  promises: [
    {
      that: 'No browser of an agent is made that is not in a VPC',
      deny: { Action: 'bedrock-agentcore:CreateBrowser', Condition: { Null: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.5'),
    judged('nist-800-53-r5', ['AC-4', 'SC-7', 'SC-18']),
    ...sendsNothing,
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.4.5']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'the network mode is PUBLIC, so there are no subnets', action, denied: true },
    { when: 'subnets are named', action, context: { [key]: 'subnet-0a1b2c3d' }, denied: false },
    { when: 'NetworkMode is VPC', compliant: true },
    { when: 'NetworkMode is PUBLIC', compliant: false },
  ],
});
