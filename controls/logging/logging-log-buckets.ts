import { logKinds, names } from '../../schema/facts/names';
import { type ControlSpec, defineControl, judged } from '../../schema/forms/control';
import { noRootSession } from '../shared/assumptions';
import { everyAccount } from '../where';

const deletePolicy = 's3:DeleteBucketPolicy';
const encrypt = 's3:UpdateObjectEncryption';
const replicate = 's3:PutReplicationConfiguration';
const associate = 'logs:AssociateKmsKey';
const account = 'logs:PutAccountPolicy';
const deleteGroup = 'logs:DeleteLogGroup';
const forward = 'logs:PutSubscriptionFilter';

export default defineControl(({ name }) => {
  const trails = `arn:aws:s3:::${names.logBucketPrefix({ name }, 'trails')}444455556666`;
  return {
    id: 'logging-log-buckets',
    title: 'Logs are neither deleted nor opened nor shortened',
    why: 'Whoever can delete a log, or change who may write and read it, removes the proof of everything else.',
    fix: 'Change retention in logs of accounts/landing-zone.ts. If a policy locks everybody out, open a root session for it. The deployment makes account-wide policies of CloudWatch Logs.',
    severity: 'critical',
    where: everyAccount,
    prevent: {
      scp: [
        {
          Action: [
            's3:BypassGovernanceRetention',
            's3:DeleteBucket',
            deletePolicy,
            's3:DeleteObject*',
            's3:PutBucketAcl',
            's3:PutBucketLogging',
            's3:PutBucketObjectLockConfiguration',
            's3:PutBucketOwnershipControls',
            's3:PutBucketPolicy',
            's3:PutBucketPublicAccessBlock',
            's3:PutBucketVersioning',
            's3:PutEncryptionConfiguration',
            's3:PutLifecycleConfiguration',
            replicate,
            // Encrypts a log with a key of one's own, and the log is as good as gone.
            encrypt,
          ],
          // What the audit answers, and the logs of who read it or the data lake, are logs too.
          Resource: [
            ...([...logKinds, 'access-log', 'audit'] as const).map((kind) => names.logBucketPrefix({ name }, kind)),
            names.accessLogBucketPrefix({ name }),
          ].map((prefix) => `arn:aws:s3:::${prefix}*`),
          // A root session that the management account grants is the way back from a policy that locks everybody out.
          Condition: { Null: { 'aws:AssumedRoot': 'true' } },
        },
        keepsPrompts(name),
        // A policy of the account sends all its log groups elsewhere, or blacks parts of them out; IAM knows it by no resource.
        { Action: account },
      ],
      exempt: ['deployRole'],
    },
    promises: promisesOf(name),
    satisfies: [
      judged('nist-800-53-r5', ['AU-9', 'AU-9(4)', 'AU-11']),
      judged('hipaa', ['164.312(b)', '164.312(c)(1)', '164.316(b)(2)(i)']),
      judged('gdpr', ['Art. 5(2)', 'Art. 32']),
      judged('soc-2', ['CC7.2', 'PI1.5']),
      judged('eu-ai-act', ['Art. 12', 'Art. 19', 'Art. 26(6)']),
      judged('iso-42001', ['A.6.2.8']),
      judged('nist-ai-rmf', ['GOVERN 1.4']),
      judged('pci-dss', ['10.3.2', '10.5.1']),
    ],
    examples: [...examplesOf(name, trails), ...promptExamplesOf(name)],
  };
});

/** What Bedrock logs to CloudWatch is a log like those in buckets. */
const keepsPrompts = (name: string) => ({
  Action: [
    // AssociateKmsKey and DisassociateKmsKey: under a key of one's own the prompts to come are as good as gone.
    'logs:*KmsKey',
    // DeleteRetentionPolicy and PutRetentionPolicy.
    'logs:*RetentionPolicy',
    'logs:DeleteDataProtectionPolicy',
    deleteGroup,
    'logs:DeleteLogStream',
    'logs:PutDataProtectionPolicy',
    forward,
  ],
  Resource: `arn:aws:logs:*:*:log-group:${names.promptLogGroup({ name })}*`,
});

function examplesOf(name: string, trails: string) {
  const log = `${trails}/AWSLogs/111122223333/CloudTrail/log.json.gz`;
  return [
    {
      when: 'an administrator of the log archive deletes a log',
      action: 's3:DeleteObject',
      resource: log,
      denied: true,
    },
    { when: 'one version of it is deleted', action: 's3:DeleteObjectVersion', resource: log, denied: true },
    { when: 'it is encrypted with another key', action: encrypt, resource: log, denied: true },
    {
      when: 'the log goes of who read the data lake',
      action: 's3:DeleteObject',
      resource: `arn:aws:s3:::${names.accessLogBucketPrefix({ name })}111122223333/log`,
      denied: true,
    },
    { when: 'copies of all logs are sent elsewhere', action: replicate, resource: trails, denied: true },
    {
      when: 'an administrator of the security account deletes an answer to an auditor',
      action: 's3:DeleteObject',
      resource: `arn:aws:s3:::${names.logBucketPrefix({ name }, 'audit')}results-222233334444/answer.csv`,
      denied: true,
    },
    { when: 'the bucket policy is taken away', action: deletePolicy, resource: trails, denied: true },
    {
      when: 'the management account opened a root session to unlock the bucket',
      action: deletePolicy,
      resource: trails,
      principal: 'root',
      context: { 'aws:AssumedRoot': 'true' },
      denied: false,
    },
    {
      when: 'the landing zone takes it away',
      action: deletePolicy,
      resource: trails,
      principal: 'deployRole',
      denied: false,
    },
    { when: 'an auditor reads a log', action: 's3:GetObject', resource: log, denied: false },
    {
      when: 'the bucket belongs to the data lake',
      action: 's3:DeleteObject',
      resource: `arn:aws:s3:::${names.trainingBucket({ name }, '111122223333')}/patients.csv`,
      denied: false,
    },
  ];
}

function promptExamplesOf(name: string) {
  const prompts = `arn:aws:logs:eu-central-1:111122223333:log-group:${names.promptLogGroup({ name })}`;
  return [
    { when: 'prompts in CloudWatch are deleted', action: deleteGroup, resource: prompts, denied: true },
    { when: 'prompts in CloudWatch are sent elsewhere', action: forward, resource: prompts, denied: true },
    { when: 'they get a key of somebody', action: associate, resource: prompts, denied: true },
    { when: 'a policy of the account sends all logs elsewhere', action: account, denied: true },
    {
      when: 'the landing zone deletes them, on teardown',
      action: deleteGroup,
      resource: prompts,
      principal: 'deployRole',
      denied: false,
    },
    { when: 'prompts in CloudWatch are read', action: 'logs:FilterLogEvents', resource: prompts, denied: false },
    {
      when: 'the log group is of a workload',
      action: deleteGroup,
      resource: prompts.replace(names.promptLogGroup({ name }), '/aws/lambda/scoring'),
      denied: false,
    },
  ];
}

const promisesOf = (name: string): ControlSpec['promises'] => [
  {
    that: 'Nobody but the deployment deletes a log, a version of one, or what keeps it',
    deny: {
      Action: [
        's3:DeleteBucketPolicy',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:PutBucketPolicy',
        's3:PutLifecycleConfiguration',
      ],
      Resource: `arn:aws:s3:::${names.logBucketPrefix({ name }, 'trails')}*`,
    },
    exempt: ['deployRole'],
    assuming: [noRootSession],
  },
  {
    that: 'Nobody but the deployment deletes prompts, or has them sent anywhere',
    deny: {
      Action: [associate, 'logs:DeleteLogGroup', 'logs:PutRetentionPolicy', 'logs:PutSubscriptionFilter'],
      Resource: `arn:aws:logs:*:*:log-group:${names.promptLogGroup({ name })}`,
    },
    exempt: ['deployRole'],
  },
];
