import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-search-domain-encrypted',
  title: 'OpenSearch domains encrypt at rest',
  why: 'The vector index of a knowledge base holds the documents themselves beside their embeddings.',
  fix: 'Turn on EncryptionAtRestOptions with a key of yours. It cannot be turned off again.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'OPENSEARCH_ENCRYPTED_AT_REST', resourceTypes: ['AWS::OpenSearch::Domain'] },
  satisfies: [
    published('nist-800-53-r5', ['CA-9(1)', 'SC-13', 'SC-28', 'SC-28(1)', 'SI-7(6)'], 'Security Hub: Opensearch.1'),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
  ],
  examples: [
    { when: 'EncryptionAtRestOptions of a domain is enabled', compliant: true },
    { when: 'a domain was created without EncryptionAtRestOptions', compliant: false },
  ],
});
