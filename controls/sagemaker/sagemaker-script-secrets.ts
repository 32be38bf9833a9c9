import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'sagemaker-script-secrets',
  title: 'Scripts that start notebooks and Studio hold no secrets',
  why: 'Whoever may describe the script reads the secret, and it is in each notebook and in the log of each start.',
  fix: 'Read the secret in the script from Secrets Manager by the role of the notebook, and rotate the one that was written down.',
  severity: 'high',
  where: aiAccounts,
  // What is found is a secret that shows by its form. A password that looks like any other word does not.
  detect: { lambda: 'script-secrets', frequency: 'TwentyFour_Hours' },
  satisfies: [
    judged('nist-800-53-r5', ['IA-5(7)', 'SA-15']),
    judged('hipaa', ['164.312(d)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('pci-dss', ['8.6.2']),
    judged('eu-ai-act', ['Art. 15']),
  ],
  examples: [
    { when: 'a script reads a secret from Secrets Manager', compliant: true },
    { when: 'a script exports an access key of AWS', compliant: false },
    { when: 'a script holds a private key, or a token of GitHub or Hugging Face', compliant: false },
  ],
});
