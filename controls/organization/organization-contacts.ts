import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const put = 'account:PutAlternateContact';
// Whoever reads that address sets the password of the root user.
const email = 'account:StartPrimaryEmailUpdate';
const security = { 'account:AlternateContactTypes': 'SECURITY' };

export default defineControl({
  id: 'organization-contacts',
  title: 'Each account has a security contact, and its contacts are not changed from inside',
  why: 'When AWS sees leaked keys or abuse, the warning has to reach somebody, and not the one who caused it.',
  fix: 'Write the contact into `contacts` of accounts/landing-zone.ts, or of the file of the account, and deploy.',
  severity: 'medium',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: [
          'account:AcceptPrimaryEmailUpdate',
          'account:DeleteAlternateContact',
          'account:PutAccountName',
          put,
          'account:PutContactInformation',
          email,
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  detect: { managed: 'SECURITY_ACCOUNT_INFORMATION_PROVIDED', regions: 'home' },
  promises: [
    {
      that: 'Nobody but the deployment changes who AWS writes to, or whose mail the root user has',
      deny: {
        Action: ['account:DeleteAlternateContact', 'account:PutAlternateContact', 'account:StartPrimaryEmailUpdate'],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['CM-2', 'CM-2(2)'], 'Security Hub: Account.1'),
    judged('nist-800-53-r5', ['IR-6']),
    judged('hipaa', ['164.308(a)(6)(ii)']),
    judged('gdpr', ['Art. 33']),
    judged('soc-2', ['CC7.3']),
    judged('eu-ai-act', ['Art. 73']),
    judged('iso-42001', ['A.8.4']),
    judged('pci-dss', ['12.10.1']),
  ],
  examples: [
    { when: 'a role of the account redirects security mail', action: put, context: security, denied: true },
    { when: 'somebody asks for another address of the root user', action: email, denied: true },
    { when: 'the landing zone sets it', action: put, context: security, principal: 'deployRole', denied: false },
    { when: 'somebody reads it', action: 'account:GetAlternateContact', context: security, denied: false },
  ],
});
