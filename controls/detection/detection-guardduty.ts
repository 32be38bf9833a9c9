import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const update = 'guardduty:UpdateDetector';
const remove = 'guardduty:DeleteDetector';
const plan = 'guardduty:DeleteMalwareProtectionPlan';
const members = 'guardduty:UpdateMemberDetectors';

export default defineControl({
  id: 'detection-guardduty',
  title: 'GuardDuty watches every account and region, and accounts cannot get away from it',
  why: 'Stolen credentials that call models, or switch their logging off, show nowhere else.',
  fix: 'Leave the detector; protection plans are chosen in services.guardDuty of accounts/landing-zone.ts.',
  severity: 'critical',
  where: everyAccount,
  needs: 'guardDuty',
  prevent: {
    scp: [
      {
        Action: [
          'guardduty:AcceptAdministratorInvitation',
          'guardduty:AcceptInvitation',
          remove,
          plan,
          'guardduty:DeleteMembers',
          'guardduty:DeletePublishingDestination',
          'guardduty:DisassociateFromAdministratorAccount',
          'guardduty:DisassociateFromMasterAccount',
          'guardduty:DisassociateMembers',
          'guardduty:StopMonitoringMembers',
          update,
          'guardduty:UpdateMalwareProtectionPlan',
          'guardduty:UpdateMalwareScanSettings',
          // What the administrator may do to every member at once.
          members,
          'guardduty:UpdateOrganizationConfiguration',
          'guardduty:UpdatePublishingDestination',
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  detect: { managed: 'GUARDDUTY_ENABLED_CENTRALIZED' },
  promises: [
    {
      that: 'Nobody but the deployment ends GuardDuty, or takes an account out of it',
      deny: {
        Action: [
          'guardduty:DeleteDetector',
          'guardduty:DisassociateFromAdministratorAccount',
          'guardduty:StopMonitoringMembers',
          'guardduty:UpdateDetector',
        ],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published(
      'nist-800-53-r5',
      ['AC-2(12)', 'AU-6(1)', 'AU-6(5)', 'CA-7', 'CM-8(3)', 'RA-3(4)', 'SI-4', 'SI-4(4)', 'SI-4(5)'],
      'Security Hub: GuardDuty.1',
    ),
    published(
      'hipaa',
      [
        '164.308(a)(1)(ii)(A)',
        '164.308(a)(1)(ii)(D)',
        '164.308(a)(5)(ii)(C)',
        '164.308(a)(6)(i)',
        '164.308(a)(6)(ii)',
        '164.308(a)(8)',
        '164.312(b)',
      ],
      'prowler: hipaa_aws',
    ),
    published('soc-2', ['CC3.1', 'CC3.2', 'CC4.2', 'CC6.8', 'CC7.1', 'CC7.2', 'CC7.3', 'CC7.4'], 'prowler: soc2_aws'),
    published('pci-dss', ['11.5.1'], 'Security Hub: GuardDuty.1'),
    judged('gdpr', ['Art. 32', 'Art. 33']),
    judged('eu-ai-act', ['Art. 15', 'Art. 73']),
    judged('iso-42001', ['A.6.2.6']),
    judged('nist-ai-rmf', ['MANAGE 4.1', 'MANAGE 4.3']),
  ],
  examples: [
    { when: 'an administrator of the account switches protection plans off', action: update, denied: true },
    { when: 'somebody in the security account switches plans of members off', action: members, denied: true },
    { when: 'a detector is deleted', action: remove, denied: true },
    { when: 'new objects of a bucket are not scanned any more', action: plan, denied: true },
    { when: 'a responder deletes it', action: remove, principal: 'securityResponders', denied: true },
    { when: 'the landing zone changes plans', action: update, principal: 'deployRole', denied: false },
    { when: 'somebody reads findings', action: 'guardduty:GetFindings', denied: false },
  ],
});
