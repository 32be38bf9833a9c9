import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const archive = 'guardduty:ArchiveFindings';
const rule = 'access-analyzer:CreateArchiveRule';

export default defineControl({
  id: 'detection-suppression',
  title: 'Only security responders silence findings',
  why: 'A filter that archives on arrival keeps a finding from Security Hub, from the archive and from everybody who would act.',
  fix: 'Ask a security responder to archive the finding or to write the filter, with the reason.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: [
          'access-analyzer:ApplyArchiveRule',
          rule,
          'access-analyzer:UpdateArchiveRule',
          'access-analyzer:UpdateFindings',
          // A resource with an exception is not repaired.
          'config:PutRemediationExceptions',
          archive,
          'guardduty:CreateFilter',
          // An address or a domain on a trusted list makes no findings.
          'guardduty:CreateIPSet',
          'guardduty:CreateTrustedEntitySet',
          'guardduty:UpdateFilter',
          'guardduty:UpdateIPSet',
          'guardduty:UpdateTrustedEntitySet',
          'macie2:CreateFindingsFilter',
          'macie2:UpdateFindingsFilter',
          'securityhub:BatchUpdateAutomationRules',
          'securityhub:CreateAutomationRule',
          'securityhub:CreateAutomationRuleV2',
          'securityhub:UpdateAutomationRuleV2',
        ],
      },
    ],
    exempt: ['deployRole', 'securityResponders'],
  },
  promises: [
    {
      that: 'Nobody but a security responder or the deployment has findings that nobody sees',
      deny: {
        Action: [
          'access-analyzer:CreateArchiveRule',
          'guardduty:ArchiveFindings',
          'guardduty:CreateFilter',
          'macie2:CreateFindingsFilter',
          'securityhub:CreateAutomationRule',
        ],
      },
      exempt: ['deployRole', 'securityResponders'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AU-6', 'AU-9', 'IR-4', 'SI-4']),
    judged('hipaa', ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)']),
    judged('gdpr', ['Art. 33']),
    judged('soc-2', ['CC7.3', 'CC7.4']),
    judged('eu-ai-act', ['Art. 73']),
    judged('iso-42001', ['A.8.4']),
    judged('nist-ai-rmf', ['MANAGE 4.3']),
    judged('pci-dss', ['10.4.3']),
  ],
  examples: [
    { when: 'a developer archives a finding', action: archive, denied: true },
    { when: 'the emergency role does', action: archive, principal: 'breakGlass', denied: true },
    { when: 'a responder does', action: archive, principal: 'securityResponders', denied: false },
    {
      when: 'the landing zone makes its filters',
      action: 'guardduty:CreateFilter',
      principal: 'deployRole',
      denied: false,
    },
    { when: 'a developer hides what Access Analyzer finds', action: rule, denied: true },
    { when: 'a developer reads findings', action: 'access-analyzer:ListFindings', denied: false },
  ],
});
