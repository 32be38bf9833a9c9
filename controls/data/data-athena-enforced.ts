import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

export default defineControl({
  id: 'data-athena-enforced',
  title: 'Settings of Athena workgroups win over those of the client',
  why: 'A client may otherwise send its answers, rows of the lake among them, to a bucket of its own without a key.',
  fix: 'Turn on EnforceWorkGroupConfiguration of the workgroup.',
  severity: 'medium',
  where: aiAccounts,
  detect: { managed: 'ATHENA_WORKGROUP_ENFORCE_WORKGROUP_CONFIGURATION', resourceTypes: ['AWS::Athena::WorkGroup'] },
  satisfies: [judged('nist-800-53-r5', ['AC-4', 'CM-6']), judged('soc-2', ['CC6.1'])],
  examples: [
    { when: 'a workgroup enforces its configuration', compliant: true },
    { when: 'a client of a workgroup may choose where answers go', compliant: false },
  ],
});
