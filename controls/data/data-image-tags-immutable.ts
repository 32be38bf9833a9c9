import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-image-tags-immutable',
  title: 'The tag of an image always names the same image',
  why: 'An approved model could be served by another image than the one that was reviewed.',
  fix: 'Set the repository to IMMUTABLE and push each build under a tag of its own.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'ECR_PRIVATE_TAG_IMMUTABILITY_ENABLED', resourceTypes: ['AWS::ECR::Repository'] },
  satisfies: [
    published('nist-800-53-r5', ['CA-9(1)', 'CM-2', 'CM-8(1)'], 'Security Hub: ECR.2'),
    judged('soc-2', ['CC8.1']),
    judged('eu-ai-act', ['Art. 12', 'Art. 15(5)']),
    judged('iso-42001', ['A.6.2.5']),
    judged('nist-ai-rmf', ['MAP 4.1']),
  ],
  examples: [
    { when: 'imageTagMutability of a repository is IMMUTABLE', compliant: true },
    { when: 'imageTagMutability of a repository is MUTABLE, as it is by default', compliant: false },
  ],
});
