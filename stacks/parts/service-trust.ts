import type { Statement } from '../../policy/iam/statement';

/**
 * Services of which AWS does not document that they say for whom they assume a role: their guides have no trust policy with
 * `aws:SourceAccount`. They assume roles of the account that they act for only, since nobody passes a role to another account (IAM User
 * Guide, id_roles_use_passrole), so nothing is lost where the key is missing.
 */
const silent: readonly string[] = ['glue.amazonaws.com', 'lambda.amazonaws.com', 's3.amazonaws.com'];

/**
 * Lets a service assume a role for this account, and for no other.
 *
 * @param isSilent whether it may leave out for whom; said where that depends on what the role is for
 */
export const serviceTrust = (service: string, accountId: string, isSilent = silent.includes(service)): Statement => ({
  Sid: 'Service',
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sts:AssumeRole',
  Condition: { [isSilent ? 'StringEqualsIfExists' : 'StringEquals']: { 'aws:SourceAccount': accountId } },
});
