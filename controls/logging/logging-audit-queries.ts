import { auditTables, names } from '../../schema/facts/names';
import { type ControlSpec, defineControl, judged } from '../../schema/forms/control';
import { securityAccounts } from '../where';

const share = 'glue:PutResourcePolicy';
const narrow = 'glue:UpdateTable';
const unlimit = 'athena:UpdateWorkGroup';

export default defineControl(({ name }) => {
  const { database, tables, workgroup } = auditOf(name, '*:*');
  return {
    id: 'logging-audit-queries',
    title: 'Only the deploy role changes tables, saved queries and workgroup of the audit',
    why: 'Whoever points a table elsewhere makes a query answer that nothing happened, while the trails are whole.',
    fix: 'Change audit in accounts/landing-zone.ts, or the files in queries/; ask in the workgroup as it is.',
    severity: 'high',
    where: securityAccounts,
    prevent: {
      scp: [
        {
          Action: [
            'athena:CreateNamedQuery',
            'athena:DeleteNamedQuery',
            'athena:DeleteWorkGroup',
            'athena:UpdateNamedQuery',
            unlimit,
            'glue:BatchCreatePartition',
            'glue:BatchDeletePartition',
            'glue:BatchDeleteTable',
            'glue:BatchDeleteTableVersion',
            'glue:BatchUpdatePartition',
            'glue:CreatePartition',
            'glue:DeleteDatabase',
            'glue:DeletePartition',
            'glue:DeleteTable',
            'glue:DeleteTableVersion',
            'glue:RenameTable',
            'glue:UpdateDatabase',
            'glue:UpdatePartition',
            narrow,
          ],
          Resource: [workgroup, database, tables],
        },
        // A policy of the catalog lets another account change tables, which no policy of this account binds.
        { Action: share },
      ],
      exempt: ['deployRole'],
    },
    promises: promisesOf(name),
    satisfies: [
      judged('nist-800-53-r5', ['AU-6', 'AU-7', 'AU-9', 'AU-9(4)']),
      judged('hipaa', ['164.308(a)(1)(ii)(D)', '164.312(b)']),
      judged('gdpr', ['Art. 5(2)', 'Art. 32']),
      judged('soc-2', ['CC7.2', 'CC7.3']),
      judged('eu-ai-act', ['Art. 12', 'Art. 26(6)']),
      judged('iso-42001', ['A.6.2.8']),
      judged('nist-ai-rmf', ['GOVERN 1.4']),
      judged('pci-dss', ['10.3.2', '10.4.1']),
    ],
    examples: examplesOf(name),
  };
});

/** What the audit consists of, in an account and a region. */
const auditOf = (name: string, place: string) => ({
  database: `arn:aws:glue:${place}:database/${names.auditDatabase({ name })}`,
  tables: `arn:aws:glue:${place}:table/${names.auditDatabase({ name })}/*`,
  workgroup: `arn:aws:athena:${place}:workgroup/${names.audit({ name })}`,
});

function examplesOf(name: string) {
  const { database, tables, workgroup } = auditOf(name, 'eu-central-1:222233334444');
  const table = tables.replace('*', auditTables.management);
  return [
    { when: 'an administrator narrows the days of a table', action: narrow, resource: table, denied: true },
    { when: 'the emergency role does', action: narrow, resource: table, principal: 'breakGlass', denied: true },
    { when: 'the landing zone does', action: narrow, resource: table, principal: 'deployRole', denied: false },
    {
      when: 'the database is deleted with its tables',
      action: 'glue:DeleteDatabase',
      resource: database,
      denied: true,
    },
    { when: 'another account gets rights on tables', action: share, denied: true },
    { when: 'the scan limit is taken away', action: unlimit, resource: workgroup, denied: true },
    {
      when: 'a saved query is rewritten',
      action: 'athena:UpdateNamedQuery',
      resource: workgroup,
      denied: true,
    },
    {
      when: 'an auditor asks in the workgroup',
      action: 'athena:StartQueryExecution',
      resource: workgroup,
      denied: false,
    },
    { when: 'an auditor looks a table up', action: 'glue:GetTable', resource: table, denied: false },
    {
      when: 'the table belongs to somebody else',
      action: narrow,
      resource: table.replace(names.auditDatabase({ name }), 'costs'),
      denied: false,
    },
  ];
}

const promisesOf = (name: string): ControlSpec['promises'] => [
  {
    that: 'Nobody but the deployment rewrites what the audit reads',
    deny: {
      Action: ['glue:DeleteTable', 'glue:UpdatePartition', 'glue:UpdateTable'],
      Resource: auditOf(name, '*:*').tables,
    },
    exempt: ['deployRole'],
  },
  {
    that: 'Nobody else rewrites what it asks, or how much it may read',
    deny: { Action: ['athena:UpdateNamedQuery', 'athena:UpdateWorkGroup'], Resource: auditOf(name, '*:*').workgroup },
    exempt: ['deployRole'],
  },
];
