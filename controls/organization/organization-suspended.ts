import { defineControl, judged } from '../../schema/forms/control';
import { suspended } from '../where';

const action = 's3:GetObject';

export default defineControl(({ roles: { breakGlass } }) => ({
  id: 'organization-suspended',
  title: 'Nobody acts in an account that is being closed',
  why: 'A closing account still holds its data and its credentials for 90 days, and nobody watches it.',
  fix: "Set the account's state back to 'active' in accounts/ if it is still in use.",
  severity: 'high',
  where: suspended,
  prevent: { scp: [{ Action: '*' }], exempt: ['deployRole'] },
  promises: [
    {
      that: 'No emergency role, user or root user does anything in an account that is being closed',
      deny: {
        Action: '*',
        Condition: {
          ArnLike: {
            'aws:PrincipalArn': [
              'arn:aws:iam::*:root',
              'arn:aws:iam::*:user/*',
              ...breakGlass.map((name) => `arn:aws:iam::*:role/${name}`),
            ],
          },
        },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2(3)', 'AC-3', 'MP-6']),
    judged('hipaa', ['164.308(a)(3)(ii)(C)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.2', 'CC6.5']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['GOVERN 1.7']),
  ],
  examples: [
    { when: 'a role that was forgotten reads data', action, denied: true },
    { when: 'the emergency role does', action, principal: 'breakGlass', denied: true },
    { when: 'the landing zone cleans up', action: 's3:DeleteBucket', principal: 'deployRole', denied: false },
  ],
}));
