import { administrator, call, deniedBy, key, on, role } from '../calls';

const workgroup = on('athena', 'workgroup/acme-ai-audit');
const database = on('glue', 'database/acme_ai_audit');
const table = on('glue', 'table/acme_ai_audit/management_events');
const bucket = (kind: string, object = '') => `arn:aws:s3:::acme-ai-audit-${kind}-{account}${object}`;

/** Whoever makes the audit say that nothing happened: denied in the security account, to its administrators too. */
export const audit = [
  ...deniedBy(
    'logging-audit-queries',
    call(administrator, 'leaves days out of a table', 'glue:UpdateTable', table),
    call(administrator, 'gives a table another name', 'glue:RenameTable', table),
    call(administrator, 'deletes a table', 'glue:DeleteTable', table),
    call(administrator, 'deletes both tables at once', 'glue:BatchDeleteTable', table),
    call(administrator, 'hides how the table was before', 'glue:BatchDeleteTableVersion', table),
    call(administrator, 'adds a folder of its own', 'glue:BatchCreatePartition', table),
    call(administrator, 'changes the database', 'glue:UpdateDatabase', database),
    call(administrator, 'deletes the database', 'glue:DeleteDatabase', database),
    call(administrator, 'lets another account do it', 'glue:PutResourcePolicy', on('glue', 'catalog')),
    call(administrator, 'takes the scan limit away', 'athena:UpdateWorkGroup', workgroup),
    call(administrator, 'deletes the workgroup', 'athena:DeleteWorkGroup', workgroup),
    call(administrator, 'saves another query under the name of ours', 'athena:CreateNamedQuery', workgroup),
    call(administrator, 'rewrites a saved query', 'athena:UpdateNamedQuery', workgroup),
  ),
  ...deniedBy(
    'logging-log-buckets',
    call(administrator, 'deletes an answer', 's3:DeleteObject', bucket('results', '/answer.csv')),
    call(administrator, 'opens the answers', 's3:PutBucketPolicy', bucket('results')),
    call(administrator, 'writes answers in the clear', 's3:PutEncryptionConfiguration', bucket('results')),
    call(administrator, 'shortens the log of who read them', 's3:PutLifecycleConfiguration', bucket('access-log')),
  ),
  ...deniedBy(
    'logging-log-keys',
    call(administrator, 'disables the key of the answers', 'kms:DisableKey', key, {
      'kms:ResourceAliases': ['alias/acme-ai-audit'],
    }),
  ),
  ...deniedBy(
    'identity-protected-roles',
    call(administrator, 'takes the audit role', 'iam:UpdateAssumeRolePolicy', role('acme-ai-audit')),
  ),
];
