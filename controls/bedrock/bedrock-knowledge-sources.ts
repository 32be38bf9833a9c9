import { defineControl, judged } from '../../schema/forms/control';
import { workloads } from '../where';

const action = 'bedrock:CreateDataSource';

export default defineControl({
  id: 'bedrock-knowledge-sources',
  title: 'Only data stewards connect data to knowledge bases',
  why: 'Everybody who may ask the model reads what it retrieves, whatever the permissions on the documents were.',
  fix: 'Ask a data steward to connect the source. Synchronising a source that is connected needs no steward.',
  severity: 'high',
  where: workloads,
  prevent: {
    scp: [{ Action: [action, 'bedrock:UpdateDataSource'] }],
    exempt: ['deployRole', 'dataStewards'],
  },
  promises: [
    {
      that: 'Nobody but a data steward or the deployment says what a knowledge base reads',
      deny: { Action: ['bedrock:CreateDataSource', 'bedrock:UpdateDataSource'] },
      exempt: ['deployRole', 'dataStewards'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-5', 'AC-6']),
    judged('hipaa', ['164.308(a)(4)']),
    judged('gdpr', ['Art. 5(1)(b)', 'Art. 25']),
    judged('soc-2', ['CC6.3']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2', 'A.7.5']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a developer connects a bucket', action, denied: true },
    { when: 'a developer widens the prefix of a source', action: 'bedrock:UpdateDataSource', denied: true },
    { when: 'a data steward connects it', action, principal: 'dataStewards', denied: false },
    { when: 'a developer synchronises a source', action: 'bedrock:StartIngestionJob', denied: false },
  ],
});
