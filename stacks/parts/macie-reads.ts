import { anybody, type Statement } from '../../policy/iam/statement';

/** The role by which Macie reads the buckets of an account, the account's own also where an administrator started the job. */
export const macieRole = (bucketOwnerId: string): string =>
  `arn:aws:iam::${bucketOwnerId}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`;

/**
 * Lets Macie classify what a key encrypts in the buckets of an account: its service-linked role carries no permission on keys, and
 * is made after the key. Source: Macie User Guide, discovery-supported-encryption-types.
 */
export const macieReads = (bucketOwnerId: string): Statement => ({
  Sid: 'MacieReads',
  Effect: 'Allow',
  Principal: anybody,
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: {
    ArnLike: { 'aws:PrincipalArn': macieRole(bucketOwnerId) },
  },
});
