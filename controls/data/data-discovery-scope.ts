import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'macie2:UpdateClassificationJob';
const discovery = 'macie2:UpdateAutomatedDiscoveryConfiguration';

export default defineControl({
  id: 'data-discovery-scope',
  title: 'Nobody stops or blinds the searches for personal data that the landing zone set up',
  why: 'Personal data in a bucket that was taken out of the search trains a model without anybody knowing.',
  fix: 'Propose the exception to the landing zone, with its reason.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: [
          // Pauses and cancels jobs; a cancelled one cannot be resumed.
          action,
          'macie2:BatchUpdateAutomatedDiscoveryAccounts',
          'macie2:DeleteCustomDataIdentifier',
          'macie2:PutClassificationExportConfiguration',
          'macie2:PutFindingsPublicationConfiguration',
          // Text on an allow list is no finding; a list of one's own is for jobs of one's own.
          'macie2:UpdateAllowList',
          discovery,
          // Takes buckets out of automated discovery.
          'macie2:UpdateClassificationScope',
          'macie2:UpdateResourceProfile',
          'macie2:UpdateResourceProfileDetections',
          'macie2:UpdateSensitivityInspectionTemplate',
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment ends a search for personal data, or hides a bucket or a pattern from it',
      deny: {
        Action: [
          'macie2:DeleteCustomDataIdentifier',
          'macie2:UpdateAllowList',
          'macie2:UpdateClassificationJob',
          'macie2:UpdateClassificationScope',
        ],
      },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['CA-7', 'RA-5', 'SI-4']),
    judged('hipaa', ['164.308(a)(1)(ii)(A)']),
    judged('gdpr', ['Art. 5(1)(c)', 'Art. 9', 'Art. 35']),
    judged('soc-2', ['C1.1', 'P4.1']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2', 'A.7.3', 'A.7.4']),
    judged('nist-ai-rmf', ['MAP 2.3', 'MEASURE 2.10']),
  ],
  examples: [
    { when: 'an analyst cancels a classification job', action, denied: true },
    { when: 'an analyst turns automated discovery off', action: discovery, denied: true },
    { when: 'an analyst deletes a pattern', action: 'macie2:DeleteCustomDataIdentifier', denied: true },
    { when: 'an analyst marks a bucket as not sensitive', action: 'macie2:UpdateResourceProfile', denied: true },
    { when: 'the landing zone changes a job', action, principal: 'deployRole', denied: false },
    { when: 'an analyst looks at findings', action: 'macie2:GetFindings', denied: false },
    { when: 'an analyst starts a search of their own', action: 'macie2:CreateClassificationJob', denied: false },
  ],
});
