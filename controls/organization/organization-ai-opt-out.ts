import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const policy = 'aws_organizations_policy';

export default defineControl({
  id: 'organization-ai-opt-out',
  title: 'No AI service of AWS keeps or uses content to improve itself',
  why: 'Some AI services store what they are given, in other regions too, and learn from it unless the organization says no.',
  fix: 'Nothing is to be done, and no account can opt in; an exception is a change of policy/guardrails/ai-opt-out.ts.',
  severity: 'high',
  where: everyAccount,
  keptBy: [
    // Those of today and of tomorrow, and no OU below may say otherwise.
    { stack: 'management', resource: `${policy}.ai-opt-out`, saying: ['default', 'optOut', '@@none'] },
    { stack: 'management', resource: `${policy}_attachment.ai-opt-out-at-root` },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-21', 'PM-22', 'SA-9(5)']),
    judged('hipaa', ['164.502(a)', '164.502(b)']),
    judged('gdpr', ['Art. 5(1)(b)', 'Art. 25', 'Art. 28']),
    judged('soc-2', ['C1.1', 'P4.1']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.3', 'A.10.3']),
    judged('nist-ai-rmf', ['GOVERN 6.1']),
  ],
});
