import { defineControl, judged, published } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-image-scanning',
  title: 'Images in private repositories are scanned for vulnerabilities',
  why: 'A known hole in the image is a way to the model and to the data of the endpoint that runs it.',
  fix: 'Turn on scan on push for the repository, or continuous scanning for the registry.',
  severity: 'high',
  where: aiAccounts,
  detect: { managed: 'ECR_PRIVATE_IMAGE_SCANNING_ENABLED' },
  satisfies: [
    published('nist-800-53-r5', ['RA-5'], 'Security Hub: ECR.1'),
    published('pci-dss', ['6.2.3', '6.2.4'], 'Security Hub: ECR.1'),
    judged('hipaa', ['164.308(a)(1)(ii)(A)']),
    judged('gdpr', ['Art. 32(1)(d)']),
    judged('soc-2', ['CC7.1']),
    judged('eu-ai-act', ['Art. 15(5)']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'scanOnPush of a repository is true', compliant: true },
    { when: 'neither the repository nor its registry scans', compliant: false },
  ],
});
