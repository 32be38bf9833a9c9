import { application, call, engineer, key, on, responder, scientist } from '../proofs/calls';
import { administrator, emergency, impostors, type Room, stopped } from './path';

const bucket = (kind: string, object = '') => `arn:aws:s3:::acme-ai-${kind}-{account}${object}`;
const log = bucket('trails', '/AWSLogs/o-a1/111122223333/CloudTrail/log.json.gz');
const aliased = (...aliases: readonly string[]) => ({ 'kms:ResourceAliases': aliases.map((each) => `alias/${each}`) });
const prompts = on('logs', 'log-group:acme-ai-model-invocations');
const table = on('glue', 'table/acme_ai_audit/management_events');
const workgroup = on('athena', 'workgroup/acme-ai-audit');

export const logging: Room = {
  'Logs are neither deleted, opened nor shortened': [
    ...stopped(
      'logging-log-buckets',
      'log-archive',
      call(administrator, 'deletes a log', 's3:DeleteObject', log),
      call(administrator, 'deletes a version of it', 's3:DeleteObjectVersion', log),
      call(administrator, 'encrypts it with a key of its own', 's3:UpdateObjectEncryption', log),
      call(administrator, 'goes round the retention', 's3:BypassGovernanceRetention', log),
      call(administrator, 'opens the bucket', 's3:PutBucketPolicy', bucket('trails')),
      call(administrator, 'opens it by ACL', 's3:PutBucketAcl', bucket('trails')),
      call(administrator, 'lets logs expire tomorrow', 's3:PutLifecycleConfiguration', bucket('trails')),
      call(administrator, 'keeps no versions', 's3:PutBucketVersioning', bucket('config')),
      call(administrator, 'locks new logs no more', 's3:PutBucketObjectLockConfiguration', bucket('trails')),
      call(administrator, 'sends copies elsewhere', 's3:PutReplicationConfiguration', bucket('prompts')),
      call(administrator, 'deletes findings', 's3:DeleteObject', bucket('findings', '/x.jsonl')),
      call(administrator, 'deletes what was said to models', 's3:DeleteObject', bucket('prompts', '/x.json')),
      call(emergency, 'deletes a log in an emergency', 's3:DeleteObject', log),
    ),
    ...stopped(
      'logging-log-buckets',
      'ml-production',
      call(
        administrator,
        'deletes the log of who read the lake',
        's3:DeleteObject',
        bucket('data-access-eu-central-1', '/log'),
      ),
      call(
        administrator,
        'deletes a version of it',
        's3:DeleteObjectVersion',
        bucket('data-access-eu-central-1', '/log'),
      ),
      call(scientist, 'deletes it after having read', 's3:DeleteObject', bucket('data-access-eu-west-1', '/log')),
      call(engineer, 'deletes what was said to models', 'logs:DeleteLogGroup', prompts),
      call(engineer, 'encrypts what will be said with its own key', 'logs:AssociateKmsKey', prompts),
      call(engineer, 'has every log of the account sent elsewhere', 'logs:PutAccountPolicy'),
      call(application, 'deletes a day of it', 'logs:DeleteLogStream', prompts),
      call(engineer, 'sends it elsewhere', 'logs:PutSubscriptionFilter', prompts),
      call(engineer, 'keeps it for a day', 'logs:PutRetentionPolicy', prompts),
      call(administrator, 'has it written without a key', 'logs:DisassociateKmsKey', prompts),
      call(emergency, 'deletes it in an emergency', 'logs:DeleteLogGroup', prompts),
    ),
    ...stopped(
      'logging-log-buckets',
      'security',
      call(administrator, 'deletes an answer to an auditor', 's3:DeleteObject', bucket('audit-results', '/a.csv')),
      call(responder, 'opens the answers', 's3:PutBucketPolicy', bucket('audit-results')),
      ...impostors('OrganizationAccountAccessRole').map((impostor) =>
        call(impostor, 'deletes an answer', 's3:DeleteObject', bucket('audit-results', '/a.csv')),
      ),
    ),
  ],
  'What is encrypted stays readable': [
    ...stopped(
      'logging-log-keys',
      'log-archive',
      call(administrator, 'disables the key of the trails', 'kms:DisableKey', key, aliased('acme-ai-trails')),
      call(administrator, 'locks others out of it', 'kms:PutKeyPolicy', key, aliased('acme-ai-config')),
      call(administrator, 'hides what key it is', 'kms:DeleteAlias', key, aliased('acme-ai-findings')),
      call(administrator, 'gives the name to another key', 'kms:UpdateAlias', key, aliased('acme-ai-prompts')),
    ),
    ...stopped(
      'logging-log-keys',
      'security',
      call(administrator, 'disables the key of the topic', 'kms:DisableKey', key, aliased('acme-ai-findings')),
      call(administrator, 'disables that of the answers', 'kms:DisableKey', key, aliased('other', 'acme-ai-audit')),
    ),
    ...stopped(
      'logging-log-keys',
      'ml-production',
      call(engineer, 'disables the key of the lake', 'kms:DisableKey', key, aliased('acme-ai-data')),
      call(emergency, 'locks others out of it', 'kms:PutKeyPolicy', key, aliased('acme-ai-data')),
    ),
  ],
  'What is done is recorded': [
    ...stopped(
      'logging-trail-enabled',
      'ml-production',
      call(administrator, 'stops the trail', 'cloudtrail:StopLogging'),
      call(administrator, 'deletes it', 'cloudtrail:DeleteTrail'),
      call(administrator, 'leaves calls out', 'cloudtrail:PutEventSelectors'),
      call(administrator, 'sends it elsewhere', 'cloudtrail:UpdateTrail'),
      call(administrator, 'leaves keys out of events', 'cloudtrail:PutEventConfiguration'),
      call(emergency, 'stops it in an emergency', 'cloudtrail:StopLogging'),
      ...impostors('OrganizationAccountAccessRole').map((impostor) =>
        call(impostor, 'stops the trail', 'cloudtrail:StopLogging'),
      ),
    ),
    ...stopped(
      'logging-config-recorder',
      'sandbox',
      call(administrator, 'stops the recorder', 'config:StopConfigurationRecorder'),
      call(administrator, 'records fewer types', 'config:PutConfigurationRecorder'),
      call(administrator, 'leaves types out', 'config:DisassociateResourceTypes'),
      call(administrator, 'delivers elsewhere', 'config:PutDeliveryChannel'),
      call(administrator, 'keeps records for a month', 'config:PutRetentionConfiguration'),
      call(administrator, 'deletes what rules found', 'config:DeleteEvaluationResults'),
      call(administrator, 'shows it to another account', 'config:PutAggregationAuthorization'),
    ),
    ...stopped(
      'logging-config-recorder',
      'security',
      call(administrator, 'deletes the view of all accounts', 'config:DeleteConfigurationAggregator'),
      call(administrator, 'narrows it', 'config:PutConfigurationAggregator'),
      call(administrator, 'takes a pack from all accounts', 'config:DeleteOrganizationConformancePack'),
      call(administrator, 'empties it', 'config:PutOrganizationConformancePack'),
      call(administrator, 'takes a rule from all accounts', 'config:DeleteOrganizationConfigRule'),
    ),
  ],
  'The audit says what happened': [
    ...stopped(
      'logging-audit-queries',
      'security',
      call(administrator, 'leaves days out', 'glue:UpdateTable', table),
      call(administrator, 'deletes the table', 'glue:DeleteTable', table),
      call(administrator, 'adds a folder of its own', 'glue:BatchCreatePartition', table),
      call(administrator, 'rewrites a question', 'athena:UpdateNamedQuery', workgroup),
      call(administrator, 'takes the limit off', 'athena:UpdateWorkGroup', workgroup),
      call(responder, 'lets another account change tables', 'glue:PutResourcePolicy'),
    ),
  ],
};
