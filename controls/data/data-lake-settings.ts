import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'lakeformation:PutDataLakeSettings';

export default defineControl({
  id: 'data-lake-settings',
  title: 'Administrators and locations of the data lake are those of the landing zone',
  why: 'People who make themselves administrators of the lake, or return tables to IAM, read every row.',
  fix: 'Propose the change to the landing zone; data stewards grant within the settings that it makes.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [
          action,
          'lakeformation:DeregisterResource',
          'lakeformation:RegisterResource',
          'lakeformation:RegisterResourceWithPrivilegedAccess',
          'lakeformation:UpdateResource',
        ],
      },
    ],
    exempt: ['deployRole'],
  },
  promises: [
    {
      that: 'Nobody but the deployment makes an administrator of the lake, or puts a location into it',
      deny: { Action: ['lakeformation:PutDataLakeSettings', 'lakeformation:RegisterResource'] },
      exempt: ['deployRole'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'CM-5']),
    judged('hipaa', ['164.308(a)(4)(i)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 25']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a data engineer becomes administrator of the lake', action, denied: true },
    { when: 'a data steward does', action, principal: 'dataStewards', denied: true },
    { when: 'a bucket leaves the lake', action: 'lakeformation:DeregisterResource', denied: true },
    { when: 'the landing zone changes the settings', action, principal: 'deployRole', denied: false },
  ],
});
