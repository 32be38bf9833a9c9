import { names } from '../../schema/facts/names';
import { defineControl, judged } from '../../schema/forms/control';
import { noRootSession } from '../shared/assumptions';
import { everyAccount } from '../where';

export default defineControl(({ name }) => {
  const lake = `arn:aws:s3:::${names.dataBucketPrefix({ name })}*`;
  const policy = {
    action: 's3:PutBucketPolicy',
    resource: `arn:aws:s3:::${names.trainingBucket({ name }, '111122223333')}`,
  };
  return {
    id: 'data-lake-buckets',
    title: 'Buckets of training data and models keep the settings of the landing zone',
    why: 'One changed setting lets training data leave by replication, end by lifecycle, or hide from Macie.',
    fix: 'Change the setting in the landing zone. For an experiment, make a bucket of your own in the sandbox.',
    severity: 'high',
    where: everyAccount,
    prevent: {
      scp: [
        {
          Action: [
            's3:DeleteBucket',
            's3:DeleteBucketPolicy',
            's3:PauseReplication',
            's3:PutBucketAcl',
            's3:PutBucketLogging',
            's3:PutBucketObjectLockConfiguration',
            's3:PutBucketOwnershipControls',
            policy.action,
            's3:PutBucketPublicAccessBlock',
            // Macie finds the buckets of its jobs by tag.
            's3:PutBucketTagging',
            's3:PutBucketVersioning',
            's3:PutEncryptionConfiguration',
            's3:PutLifecycleConfiguration',
            's3:PutReplicationConfiguration',
            's3:TagResource',
            's3:UntagResource',
            's3:UpdateObjectEncryption',
          ],
          Resource: lake,
          // A root session that the management account grants is the way back from a policy that locks everybody out.
          Condition: { Null: { 'aws:AssumedRoot': 'true' } },
        },
      ],
      exempt: ['deployRole', 'breakGlass'],
    },
    promises: promisesOf(policy.resource),
    satisfies: [
      judged('nist-800-53-r5', ['AC-3', 'CM-5', 'SI-7']),
      judged('hipaa', ['164.312(c)(1)']),
      judged('gdpr', ['Art. 25', 'Art. 32']),
      judged('soc-2', ['CC6.1', 'CC8.1', 'C1.1']),
      judged('eu-ai-act', ['Art. 10', 'Art. 15(5)']),
      judged('iso-42001', ['A.4.3', 'A.7.5']),
      judged('nist-ai-rmf', ['MEASURE 2.7', 'MAP 4.1']),
    ],
    examples: examplesOf(policy),
  };
});

const promisesOf = (bucket: string) => [
  {
    that: 'No user changes the policy, the encryption or the replication of the training bucket of an account',
    deny: {
      Action: ['s3:PutBucketPolicy', 's3:PutEncryptionConfiguration', 's3:PutReplicationConfiguration'],
      Resource: bucket,
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } },
    },
    assuming: [noRootSession],
  },
];

const examplesOf = (policy: { readonly action: string; readonly resource: string }) => [
  { when: 'a data engineer changes the policy of the training bucket', ...policy, denied: true },
  {
    when: 'somebody encrypts an object with a key that nobody else has',
    action: 's3:UpdateObjectEncryption',
    resource: `${policy.resource}/part-0001`,
    denied: true,
  },
  { when: 'the landing zone does', ...policy, principal: 'deployRole', denied: false },
  {
    when: 'a root session of the management account undoes a policy that locks everybody out',
    ...policy,
    principal: 'root',
    context: { 'aws:AssumedRoot': 'true' },
    denied: false,
  },
  {
    when: 'a data engineer changes the policy of another bucket',
    action: policy.action,
    resource: 'arn:aws:s3:::scratch',
    denied: false,
  },
  {
    when: 'a training job writes an object',
    action: 's3:PutObject',
    resource: `${policy.resource}/part-0001`,
    denied: false,
  },
];
