import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'glue:PutResourcePolicy';

export default defineControl({
  id: 'data-catalog-policy',
  title: 'Only data stewards open the Glue catalog to other accounts',
  why: 'One resource policy of the catalog hands every database and table definition to another account.',
  fix: 'Ask a data steward to share the one table through Lake Formation.',
  severity: 'high',
  where: aiAccounts,
  prevent: { scp: [{ Action: [action, 'glue:DeleteResourcePolicy'] }], exempt: ['deployRole', 'dataStewards'] },
  promises: [
    {
      that: 'Nobody but a data steward or the deployment opens the catalog to another account',
      deny: { Action: 'glue:PutResourcePolicy' },
      exempt: ['deployRole', 'dataStewards'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-21']),
    judged('hipaa', ['164.308(a)(4)(i)', '164.312(a)(1)']),
    judged('gdpr', ['Art. 25', 'Art. 28']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('iso-42001', ['A.7.2']),
  ],
  examples: [
    { when: 'a data engineer puts a policy on the catalog', action, denied: true },
    { when: 'a data steward does', action, principal: 'dataStewards', denied: false },
    { when: 'a data engineer reads the policy', action: 'glue:GetResourcePolicy', denied: false },
  ],
});
