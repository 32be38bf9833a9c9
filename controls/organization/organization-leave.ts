import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'organizations:LeaveOrganization';
const accept = 'organizations:AcceptHandshake';

export default defineControl(({ deployRole, roles: { breakGlass } }) => ({
  id: 'organization-leave',
  title: 'Accounts stay in the organization',
  why: 'An account that leaves takes its data with it and drops every policy of the organization in the same moment.',
  fix: "Set the account's state to 'closing' in accounts/, or have the management account remove it.",
  severity: 'critical',
  where: everyAccount,
  // AWS lets a member accept the invitation of another organization without leaving the first one before.
  prevent: { scp: [{ Action: [accept, action] }] },
  detect: { managed: 'ACCOUNT_PART_OF_ORGANIZATIONS', regions: 'home' },
  promises: [
    {
      that: 'Neither the deploy role, an emergency role, a user nor the root user takes an account out of the organization',
      deny: {
        Action: [accept, action],
        Condition: {
          ArnLike: {
            'aws:PrincipalArn': [
              'arn:aws:iam::*:root',
              'arn:aws:iam::*:user/*',
              ...[deployRole, ...breakGlass].map((name) => `arn:aws:iam::*:role/${name}`),
            ],
          },
        },
      },
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['CA-9(1)', 'CM-2'], 'Security Hub: Account.2'),
    judged('hipaa', ['164.308(a)(1)(ii)(B)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('iso-42001', ['A.3.2']),
    judged('nist-ai-rmf', ['GOVERN 1.1']),
  ],
  examples: [
    { when: 'an administrator of the account asks', action, denied: true },
    { when: 'the deploy role asks', action, principal: 'deployRole', denied: true },
    { when: 'somebody accepts the invitation of another organization', action: accept, denied: true },
    { when: 'a role looks at the organization', action: 'organizations:DescribeOrganization', denied: false },
  ],
}));
