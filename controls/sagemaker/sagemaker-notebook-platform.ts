import { defineControl, judged } from '../../schema/forms/control';
import { checkedBySecurityHub } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-notebook-platform',
  title: 'Notebook instances run a platform that still gets security patches',
  why: 'A platform past its end of support keeps known holes open next to training data.',
  fix: "Recreate the notebook instance with PlatformIdentifier 'notebook-al2023-v1' and move the files over.",
  severity: 'medium',
  where: aiAccounts,
  detect: {
    managed: 'SAGEMAKER_NOTEBOOK_INSTANCE_PLATFORM_VERSION',
    // What Security Hub's SageMaker.8 takes, as of 2026-11-20.
    parameters: { supportedPlatformIdentifierVersions: 'notebook-al2023-v1' },
  },
  satisfies: [
    checkedBySecurityHub('SageMaker.8'),
    judged('nist-800-53-r5', ['CM-8', 'SA-22', 'SI-2']),
    judged('hipaa', ['164.308(a)(5)(ii)(B)']),
    judged('soc-2', ['CC7.1']),
    judged('pci-dss', ['6.3.3']),
    judged('eu-ai-act', ['Art. 15']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
  ],
  examples: [
    { when: 'PlatformIdentifier is notebook-al2023-v1', compliant: true },
    { when: 'PlatformIdentifier is notebook-al2-v2', compliant: false },
  ],
});
