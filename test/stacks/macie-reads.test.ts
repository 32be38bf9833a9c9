import { accountId, find, resource, resources, statements, synth } from '../support/synth';
import { zoneOf } from '../support/zone';

const stacks = synth(zoneOf({ controls: [] }));

const macieOf = (account: string) =>
  `arn:aws:iam::${accountId(account)}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`;

describe.each([
  ['ai-models', 'models'],
  ['log-archive', 'log-archive'],
  ['security', 'security'],
])('Macie in the buckets of %s', (stackName, account) => {
  const stack = find(stacks, stackName);
  const classified = Object.entries(resources(stack, 'aws_s3_bucket')).filter(
    // S3 delivers access logs into no bucket with a KMS key, and what S3 encrypts itself Macie reads as it is.
    ([id, { tags }]) => tags?.['data-classification'] !== undefined && !/access-log/.test(id),
  );

  test.each(classified.map(([id]) => id.replace(/-bucket$/, '')))(
    'decrypts what is in the %s bucket, as the role of the account that owns it',
    (bucket) => {
      const { rule } = resource(stack, 'aws_s3_bucket_server_side_encryption_configuration', `${bucket}-encryption`);
      const arn: string = rule[0].apply_server_side_encryption_by_default.kms_master_key_id;
      const key = resource(stack, 'aws_kms_key', arn.split('.')[1] ?? '');
      expect(statements(key.policy).MacieReads).toEqual({
        Sid: 'MacieReads',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { ArnLike: { 'aws:PrincipalArn': macieOf(account) } },
      });
    },
  );

  test('is named in no policy as the role of another account', () => {
    const written = JSON.stringify(stack.json).replaceAll('\\', '');
    const named = written.match(/arn:aws:iam::[^,]*?AWSServiceRoleForAmazonMacie/g);
    expect([...new Set(named)]).toEqual([macieOf(account)]);
  });
});
