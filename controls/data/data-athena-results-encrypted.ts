import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-athena-results-encrypted',
  title: 'Athena workgroups encrypt the results of queries',
  why: 'A result file is a copy of the data, outside the table whose protection everybody looks at.',
  fix: 'Set EncryptionConfiguration of the workgroup to SSE_KMS and enforce the configuration of the workgroup.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'ATHENA_WORKGROUP_ENCRYPTED_AT_REST', resourceTypes: ['AWS::Athena::WorkGroup'] },
  satisfies: [
    judged('nist-800-53-r5', ['SC-13', 'SC-28', 'SC-28(1)']),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1', 'C1.1']),
  ],
  examples: [
    { when: 'a workgroup encrypts results with SSE_KMS', compliant: true },
    { when: 'a workgroup has no EncryptionConfiguration', compliant: false },
  ],
});
