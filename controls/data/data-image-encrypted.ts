import { defineControl, judged, published } from '../../schema/forms/control';
import { workloads } from '../where';

export default defineControl({
  id: 'data-image-encrypted',
  title: 'Repositories of workloads encrypt images with a customer managed key',
  why: 'Images carry model weights; without a key of their own, access to them cannot be withdrawn at once.',
  fix: 'Create the repository again with encryptionType KMS and a key of yours: it cannot be changed later.',
  severity: 'low',
  where: workloads,
  detect: { managed: 'ECR_REPOSITORY_CMK_ENCRYPTION_ENABLED', resourceTypes: ['AWS::ECR::Repository'] },
  satisfies: [
    published('nist-800-53-r5', ['AU-9', 'SC-12(2)', 'SC-13', 'SC-28', 'SC-28(1)'], 'Security Hub: ECR.5'),
    judged('hipaa', ['164.312(a)(2)(iv)']),
    judged('gdpr', ['Art. 32(1)(a)']),
    judged('soc-2', ['CC6.1']),
  ],
  examples: [
    { when: 'a repository names a customer managed key', compliant: true },
    { when: 'a repository is encrypted with AES256', compliant: false },
    { when: 'a repository is encrypted with the key aws/ecr', compliant: false },
  ],
});
