import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const key = 'kms:BypassPolicyLockoutSafetyCheck';
const create = { action: 'kms:CreateKey' };
const change = { action: 'kms:PutKeyPolicy' };

export default defineControl({
  id: 'data-key-lockout',
  title: 'No key policy locks out the principal that writes it',
  why: 'A key that nobody can administer can be neither audited nor revoked, and its data is held to ransom.',
  fix: 'Leave BypassPolicyLockoutSafetyCheck out, and keep a statement for the root of the account.',
  severity: 'high',
  where: everyAccount,
  prevent: { scp: [{ Action: [create.action, change.action], Condition: { Bool: { [key]: 'true' } } }] },
  promises: [
    {
      that: 'Nobody writes a key policy that leaves its writer no way back',
      deny: { Action: ['kms:CreateKey', 'kms:PutKeyPolicy'], Condition: { StringEquals: { [key]: 'true' } } },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'SC-12']),
    judged('hipaa', ['164.312(a)(2)(ii)']),
    judged('gdpr', ['Art. 32(1)(b)']),
    judged('soc-2', ['CC6.1', 'A1.2']),
  ],
  examples: [
    { when: 'a new key skips the check', ...create, context: { [key]: 'true' }, denied: true },
    { when: 'a new policy skips the check', ...change, context: { [key]: 'true' }, denied: true },
    { when: 'the check stays on', ...change, context: { [key]: 'false' }, denied: false },
    { when: 'the request leaves the option out, so the check stays on', ...create, denied: false },
  ],
});
