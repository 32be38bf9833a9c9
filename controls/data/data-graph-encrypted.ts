import { defineControl, judged, published } from '../../schema/forms/control';
import { encryptedAtRest } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-graph-encrypted',
  title: 'Clusters of Neptune Database encrypt at rest',
  why: 'A graph of people and things says who has to do with whom, which is more than the documents say one by one.',
  fix: 'Make the cluster anew from a snapshot with a key of yours: encryption cannot be turned on later.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'NEPTUNE_CLUSTER_ENCRYPTED', resourceTypes: ['AWS::RDS::DBCluster'] },
  satisfies: [
    published(
      'nist-800-53-r5',
      ['CA-9(1)', 'CM-3(6)', 'SC-7(10)', 'SC-13', 'SC-28', 'SC-28(1)', 'SI-7(6)'],
      'Security Hub: Neptune.1',
    ),
    ...encryptedAtRest,
    judged('eu-ai-act', ['Art. 15']),
  ],
  examples: [
    { when: 'storage of a cluster is encrypted', compliant: true },
    { when: 'a cluster was made without encryption', compliant: false },
  ],
});
