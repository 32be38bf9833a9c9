import { defineControl, judged, published } from '../../schema/forms/control';
import { everyAccount } from '../where';

const disable = 'macie2:DisableMacie';
const update = 'macie2:UpdateMacieSession';

export default defineControl({
  id: 'detection-macie',
  title: 'Macie is on in every account and region, and accounts cannot get away from it',
  why: 'Personal data that lies in a bucket unseen ends up in the training set, and then in what the model says.',
  fix: 'Leave Macie on; what it looks for is written in services.macie of accounts/landing-zone.ts.',
  severity: 'high',
  where: everyAccount,
  needs: 'macie',
  prevent: {
    scp: [
      {
        Action: [
          'macie2:AcceptInvitation',
          'macie2:DeleteMember',
          disable,
          'macie2:DisableOrganizationAdminAccount',
          'macie2:DisassociateFromAdministratorAccount',
          'macie2:DisassociateFromMasterAccount',
          'macie2:DisassociateMember',
          update,
          'macie2:UpdateMemberSession',
          'macie2:UpdateOrganizationConfiguration',
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  detect: { managed: 'MACIE_STATUS_CHECK' },
  promises: [
    {
      that: 'Nobody but the deployment ends Macie, or takes an account out of it',
      deny: {
        Action: ['macie2:DisableMacie', 'macie2:DisassociateFromAdministratorAccount', 'macie2:UpdateMacieSession'],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    published('nist-800-53-r5', ['CA-7', 'CA-9(1)', 'RA-5', 'SA-8(19)', 'SI-4'], 'Security Hub: Macie.1'),
    judged('hipaa', ['164.308(a)(1)(ii)(A)']),
    judged('gdpr', ['Art. 5', 'Art. 9', 'Art. 30', 'Art. 35']),
    judged('soc-2', ['C1.1']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2', 'A.7.3', 'A.7.4']),
    judged('nist-ai-rmf', ['MAP 2.3', 'MEASURE 2.10']),
    judged('pci-dss', ['12.5.2']),
  ],
  examples: [
    { when: 'an administrator of the account turns Macie off', action: disable, denied: true },
    { when: 'it is paused', action: update, denied: true },
    { when: 'the landing zone changes how often it reports', action: update, principal: 'deployRole', denied: false },
    { when: 'a data steward starts a job', action: 'macie2:CreateClassificationJob', denied: false },
  ],
});
