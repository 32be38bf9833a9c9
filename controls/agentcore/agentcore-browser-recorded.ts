import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { workloads } from '../where';

export default defineControl({
  id: 'agentcore-browser-recorded',
  title: 'Browser sessions of agents are recorded',
  why: 'What an agent clicked and typed on a website is in no log; without the recording it cannot be shown.',
  fix: 'Create the browser with recording enabled and a bucket of the account as s3Location. It cannot be added later.',
  severity: 'medium',
  where: workloads,
  // IAM has no condition key for the recording, so it is not prevented.
  detect: {
    managed: 'BEDROCKAGENTCORE_BROWSERCUSTOM_RECORDING_ENABLED',
    resourceTypes: ['AWS::BedrockAgentCore::BrowserCustom'],
    regions: { except: ['ap-northeast-3', 'sa-east-1', 'us-west-1'] },
  },
  satisfies: [
    checkedBySecurityHub('BedrockAgentCore.6'),
    judged('nist-800-53-r5', ['AU-2', 'AU-12', 'AU-14']),
    judged('hipaa', ['164.312(b)']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 12', 'Art. 14']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['MEASURE 2.8', 'MANAGE 4.1']),
  ],
  examples: [
    { when: 'recording is enabled and names a bucket', compliant: true },
    { when: 'recording is left out: it is off by default', compliant: false },
  ],
});
