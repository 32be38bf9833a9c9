import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'agentcore-memory-expiry',
  title: 'Memories of agents keep raw events for thirty days or longer',
  why: 'A complaint about what an agent did comes weeks later; without the events nobody can say what it was told.',
  fix: 'Set eventExpiryDuration to 30 or more (at most 365). It holds for new events only: old ones keep their date.',
  severity: 'low',
  where: workloads,
  detect: {
    managed: 'BEDROCK_AGENTCORE_MEMORY_EVENT_EXPIRY_DURATION',
    parameters: { minEventExpiryDuration: '30' },
    resourceTypes: ['AWS::BedrockAgentCore::Memory'],
    regions: { except: ['ap-northeast-3', 'us-west-1'] },
  },
  satisfies: [
    judged('nist-800-53-r5', ['AU-11']),
    judged('hipaa', ['164.312(b)']),
    judged('soc-2', ['CC7.3']),
    judged('eu-ai-act', ['Art. 12', 'Art. 26(6)']),
    judged('iso-42001', ['A.6.2.8']),
    judged('nist-ai-rmf', ['MANAGE 4.1']),
  ],
  examples: [
    { when: 'EventExpiryDuration is 90', compliant: true },
    { when: 'EventExpiryDuration is 7', compliant: false },
  ],
});
