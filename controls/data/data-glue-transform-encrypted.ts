import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-glue-transform-encrypted',
  title: 'Machine learning transforms of Glue encrypt their data at rest',
  why: 'Labels and matches of a transform quote the records that it was taught with.',
  fix: 'Create the transform again with TransformEncryption: MlUserDataEncryption SSE-KMS and a key of yours.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'GLUE_ML_TRANSFORM_ENCRYPTED_AT_REST', resourceTypes: ['AWS::Glue::MLTransform'] },
  satisfies: [
    judged('nist-800-53-r5', ['SC-13', 'SC-28', 'SC-28(1)']),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 15']),
    judged('iso-42001', ['A.7.6']),
  ],
  examples: [
    { when: 'MlUserDataEncryption of a transform is SSE-KMS', compliant: true },
    { when: 'MlUserDataEncryption of a transform is DISABLED', compliant: false },
  ],
});
