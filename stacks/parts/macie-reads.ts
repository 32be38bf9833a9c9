import { anybody, type Statement } from '../../policy/iam/statement';

/** The role by which Macie's administrator reads in other accounts. */
export const macieRole = (securityId: string): string =>
  `arn:aws:iam::${securityId}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`;

/**
 * Lets Macie classify what a key encrypts: it reads as the service-linked role of its administrator, the security account. Source:
 * Macie User Guide, discovery-supported-encryption-types.
 */
export const macieReads = (securityId: string): Statement => ({
  Sid: 'MacieReads',
  Effect: 'Allow',
  Principal: anybody,
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: {
    ArnLike: { 'aws:PrincipalArn': macieRole(securityId) },
  },
});
