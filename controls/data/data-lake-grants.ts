import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'lakeformation:GrantPermissions';

export default defineControl({
  id: 'data-lake-grants',
  title: 'Only data stewards decide who reads which table',
  why: 'People who train models could grant themselves personal data that the model should not see.',
  fix: 'Ask a data steward for the grant. Stewards are the roles of roles.dataStewards in accounts/landing-zone.ts.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [
          action,
          'lakeformation:BatchGrantPermissions',
          'lakeformation:BatchRevokePermissions',
          'lakeformation:CreateLakeFormationOptIn',
          'lakeformation:DeleteLakeFormationOptIn',
          'lakeformation:RevokePermissions',
        ],
      },
    ],
    exempt: ['deployRole', 'dataStewards'],
  },
  promises: [
    {
      that: 'Nobody but a data steward or the deployment gives or takes the right to read a table',
      deny: {
        Action: [
          'lakeformation:BatchGrantPermissions',
          'lakeformation:GrantPermissions',
          'lakeformation:RevokePermissions',
        ],
      },
      exempt: ['deployRole', 'dataStewards'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-5', 'AC-6', 'AC-16']),
    judged('hipaa', ['164.308(a)(4)(ii)(B)', '164.312(a)(1)', '164.502(b)']),
    judged('gdpr', ['Art. 5(1)(c)', 'Art. 25']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2', 'A.7.5']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a data scientist grants a table', action, denied: true },
    { when: 'a data scientist grants many at once', action: 'lakeformation:BatchGrantPermissions', denied: true },
    { when: 'a data steward grants a table', action, principal: 'dataStewards', denied: false },
    { when: 'a data scientist reads what was granted', action: 'lakeformation:GetDataAccess', denied: false },
  ],
});
