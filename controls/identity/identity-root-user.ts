import { defineControl, judged } from '../../schema/forms/control';
import { noRootSession } from '../shared/assumptions';
import { everyAccount } from '../where';

const root = { principal: 'root', action: 's3:ListAllMyBuckets' };

export default defineControl({
  id: 'identity-root-user',
  title: 'Root users of member accounts do nothing',
  why: 'No policy of the account binds its root user, and nobody can say who the person was.',
  fix: 'Use a role. For the few tasks that need root, the management account opens a root session (sts:AssumeRoot).',
  severity: 'critical',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: '*',
        // The Null test leaves root sessions alone that the management account opens for one task.
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } },
      },
    ],
  },
  promises: [
    {
      that: 'A root user calls nothing at all',
      deny: { Action: '*', Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } } },
      assuming: [noRootSession],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2', 'AC-6(5)', 'AC-6(9)']),
    judged('hipaa', ['164.312(a)(2)(i)']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('pci-dss', ['8.2.2']),
  ],
  examples: [
    { when: 'the root user lists buckets', ...root, denied: true },
    { when: 'a root session was opened for a task', ...root, context: { 'aws:AssumedRoot': 'true' }, denied: false },
    { when: 'a role lists buckets', action: 's3:ListAllMyBuckets', denied: false },
  ],
});
