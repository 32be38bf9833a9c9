import { defineControl, published } from '../../schema/forms/control';
import { staysInNetwork } from '../shared/mappings';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-cluster-no-public',
  title: 'EMR clusters are not open to the internet',
  why: 'A cluster reads the whole lake by its role, and its web consoles ask nobody who they are.',
  fix: 'Turn the block of public access on in the region (it is on in new accounts), with no port but 22 left out.',
  severity: 'high',
  where: aiAccounts,
  detect: { managed: 'EMR_BLOCK_PUBLIC_ACCESS' },
  satisfies: [
    published('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'SC-7', 'SC-7(3)', 'SC-7(4)'], 'Security Hub: EMR.2'),
    ...staysInNetwork,
  ],
  examples: [
    { when: 'the block of a region is on', compliant: true },
    { when: 'the block of a region is off', compliant: false },
  ],
});
