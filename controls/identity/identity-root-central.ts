import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

export default defineControl({
  id: 'identity-root-central',
  title: 'Root users of members are managed from the management account, and need no password of their own',
  why: 'A password of a root user in every account is one more that leaks; a session of a task is the way back without one.',
  fix: 'Delete the root credentials of members in IAM of the management account, and take a root session for what only root may do.',
  severity: 'high',
  where: everyAccount,
  keptBy: [
    {
      stack: 'management',
      resource: 'aws_iam_organizations_features.root-access',
      saying: ['RootCredentialsManagement', 'RootSessions'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2(7)', 'AC-6(5)', 'IA-5']),
    judged('hipaa', ['164.312(a)(2)(ii)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('iso-42001', ['A.4.5']),
    judged('pci-dss', ['8.2.2']),
  ],
});
