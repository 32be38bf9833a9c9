import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'access-analyzer:DeleteAnalyzer';

export default defineControl({
  id: 'detection-access-analyzer',
  title: 'Access Analyzer keeps reporting what is shared outside the organization',
  why: 'One statement in a bucket, key or role policy opens training data to a stranger, and nothing fails when it does.',
  fix: 'Leave the analyzer; a share that is meant is archived by a security responder.',
  severity: 'high',
  where: everyAccount,
  needs: 'accessAnalyzer',
  prevent: { scp: [{ Action: [action, 'access-analyzer:UpdateAnalyzer'] }], exempt: ['deployRole'] },
  // No rule: IAM_EXTERNAL_ACCESS_ANALYZER_ENABLED does not count an analyzer of the organization, which is the one that we have
  // (Security Hub User Guide, IAM.28), and would report every account.
  promises: [
    {
      that: 'Nobody but the deployment deletes an analyzer or narrows it',
      deny: { Action: ['access-analyzer:DeleteAnalyzer', 'access-analyzer:UpdateAnalyzer'] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'CA-7']),
    judged('hipaa', ['164.308(a)(4)(i)']),
    judged('gdpr', ['Art. 25', 'Art. 32']),
    judged('soc-2', ['CC6.1']),
    judged('eu-ai-act', ['Art. 15']),
    judged('iso-42001', ['A.3.2']),
    judged('nist-ai-rmf', ['MEASURE 2.7']),
    judged('pci-dss', ['7.2.4']),
  ],
  examples: [
    { when: 'an administrator deletes an analyzer', action, denied: true },
    { when: 'the landing zone does', action, principal: 'deployRole', denied: false },
    { when: 'a team makes one more', action: 'access-analyzer:CreateAnalyzer', denied: false },
  ],
});
