import { defineControl, judged } from '../../schema/forms/control';
import { securityAccounts } from '../where';

const action = 'events:PutPermission';

export default defineControl({
  id: 'detection-findings-bus',
  title: 'Nobody changes who may send findings to the security account',
  why: 'An account that is taken off the bus sends its findings nowhere, and a stranger on it floods it with false ones.',
  fix: 'Change the accounts in accounts/; the bus admits the organization and nobody else.',
  severity: 'high',
  where: securityAccounts,
  // AWS lets neither action be narrowed to one bus.
  prevent: { scp: [{ Action: [action, 'events:RemovePermission'] }], exempt: ['deployRole'] },
  promises: [
    {
      that: 'Nobody but the deployment says who sends findings, not even in an emergency',
      deny: { Action: ['events:PutPermission', 'events:RemovePermission'] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-5', 'AU-9', 'SI-4(5)']),
    judged('hipaa', ['164.308(a)(6)(ii)']),
    judged('gdpr', ['Art. 33']),
    judged('soc-2', ['CC7.2']),
    judged('eu-ai-act', ['Art. 26(5)', 'Art. 73']),
    judged('pci-dss', ['10.7.2']),
  ],
  examples: [
    { when: 'an administrator of the security account admits somebody', action, denied: true },
    {
      when: 'an administrator takes an account off the bus',
      action: 'events:RemovePermission',
      denied: true,
    },
    { when: 'the landing zone admits the organization', action, principal: 'deployRole', denied: false },
  ],
});
