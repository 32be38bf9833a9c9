import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'account:CloseAccount';

export default defineControl({
  id: 'organization-close-account',
  title: 'No account closes itself',
  why: 'AWS deletes everything in a closed account after 90 days: logs, evidence, and the data that models were trained on.',
  fix: "Set the account's state to 'closing' in accounts/; the management account closes it when the file is deleted.",
  severity: 'high',
  where: everyAccount,
  // The management account closes members by organizations:CloseAccount, and is not bound by service control policies.
  prevent: { scp: [{ Action: action }] },
  promises: [
    { that: 'No account is closed from inside, by its root user neither', deny: { Action: 'account:CloseAccount' } },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-11', 'CP-9', 'SI-12']),
    judged('hipaa', ['164.308(a)(7)(i)', '164.312(c)(1)']),
    judged('gdpr', ['Art. 32(1)(b)']),
    judged('soc-2', ['A1.2']),
    judged('eu-ai-act', ['Art. 18', 'Art. 19']),
    judged('iso-42001', ['A.6.2.8']),
  ],
  examples: [
    { when: 'an administrator closes the account', action, denied: true },
    { when: 'the deploy role closes it from the inside', action, principal: 'deployRole', denied: true },
    { when: 'somebody reads when the account was opened', action: 'account:GetAccountInformation', denied: false },
  ],
});
