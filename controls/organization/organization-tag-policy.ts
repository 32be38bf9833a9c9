import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const policy = 'aws_organizations_policy';

export default defineControl(({ tagPolicy }) => ({
  id: 'organization-tag-policy',
  title: 'Tags of governance are spelled one way in every account, and say what was agreed',
  why: 'Controls, Macie and budgets go by tags: a classification that is spelled in another way is none.',
  fix: 'Write what a tag may say into tagPolicy of accounts/landing-zone.ts; tagPolicy.enforced refuses other values.',
  severity: 'medium',
  where: everyAccount,
  keptBy: [
    {
      stack: 'management',
      resource: `${policy}.tags`,
      saying: ['data-classification', ...(tagPolicy.enforced ? ['enforced_for'] : [])],
    },
    { stack: 'management', resource: `${policy}_attachment.tags-at-root` },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-16', 'CM-8', 'MP-3', 'RA-2']),
    judged('gdpr', ['Art. 30']),
    judged('soc-2', ['CC2.1', 'C1.1']),
    judged('eu-ai-act', ['Art. 10', 'Art. 17']),
    judged('iso-42001', ['A.4.3', 'A.7.5']),
    judged('nist-ai-rmf', ['GOVERN 1.6', 'MAP 2.3']),
  ],
}));
