import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const action = 'lakeformation:GetDataAccess';

export default defineControl(({ deployRole }) => ({
  id: 'data-lake-deployer-reads-none',
  title: 'No row of the data lake is read through the deploy role',
  why: 'It made every table, so Lake Formation lets it read all of them, and no grant shows that it may.',
  fix: 'Ask as a role that has a grant in the file of the account; the deploy role makes tables and reads none.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    // Without it Lake Formation gives nobody credentials for the objects of a table, whatever it grants (Lake Formation
    // Developer Guide, access-control-underlying-data); its creator has all permissions on a table (implicit-permissions).
    scp: [{ Action: action, Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } } }],
  },
  promises: [
    {
      that: 'The deploy role gets no credentials for a table in any account',
      deny: {
        Action: 'lakeformation:GetDataAccess',
        Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } },
      },
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-5', 'AC-6']),
    judged('hipaa', ['164.312(a)(1)', '164.502(b)']),
    judged('gdpr', ['Art. 5(1)(c)', 'Art. 25']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 10']),
    judged('iso-42001', ['A.7.2']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'somebody queries with the deploy role', action, principal: 'deployRole', denied: true },
    { when: 'a data scientist reads what was granted', action, denied: false },
    {
      when: 'the landing zone makes a table',
      action: 'glue:CreateTable',
      principal: 'deployRole',
      denied: false,
    },
    {
      when: 'the landing zone grants a table',
      action: 'lakeformation:GrantPermissions',
      principal: 'deployRole',
      denied: false,
    },
  ],
}));
