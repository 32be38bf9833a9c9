import type { ConditionKeys } from './context';
import { isFederatedSession, type Principal, tryPrincipalAccount, tryRoleArn } from './principal';

/**
 * The global condition keys that follow from who asks (IAM User Guide, "AWS global condition context keys").
 *
 * @param organizationId of the organization that the principal's account is a member of
 */
export function principalKeys(principal: Principal, organizationId?: string): ConditionKeys {
  const { kind, serviceName } = principal;
  if (kind === 'anonymous') return { 'aws:PrincipalType': 'Anonymous', 'aws:userid': 'anonymous' };
  if (kind === 'service')
    return { 'aws:PrincipalIsAWSService': 'true', ...(serviceName && { 'aws:PrincipalServiceName': serviceName }) };
  // Whom an identity provider vouches for is nobody in an account yet.
  if (kind === 'federated' && !isFederatedSession(principal)) return {};
  const account = tryPrincipalAccount(principal);
  const arn = tryPrincipalArn(principal, account);
  const id = tryUserId(principal, account);
  return {
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalType': principalTypes[kind],
    ...(arn && { 'aws:PrincipalArn': arn }),
    ...(account && { 'aws:PrincipalAccount': account }),
    ...(organizationId && { 'aws:PrincipalOrgID': organizationId }),
    ...(id && { 'aws:userid': id }),
    ...(kind === 'user' && principal.arn && { 'aws:username': lastPart(principal.arn) }),
  };
}

/** The keys that follow from whom the resource belongs to. */
export const resourceKeys = (account: string, organizationId?: string): ConditionKeys => ({
  'aws:ResourceAccount': account,
  ...(organizationId && { 'aws:ResourceOrgID': organizationId }),
});

/** The keys that a service sets when it calls on behalf of a resource ("Properties of the resource" and "cross-service"). */
export const sourceKeys = (source: { arn: string; account: string; organizationId?: string }): ConditionKeys => ({
  'aws:SourceArn': source.arn,
  'aws:SourceAccount': source.account,
  ...(source.organizationId && { 'aws:SourceOrgID': source.organizationId }),
});

const principalTypes = { root: 'Account', user: 'User', role: 'AssumedRole', federated: 'FederatedUser' } as const;

/** "For IAM roles, the request context returns the ARN of the role, not the ARN of the user that assumed the role." */
function tryPrincipalArn(principal: Principal, account: string | undefined): string | undefined {
  if (principal.kind === 'role') return tryRoleArn(principal);
  return principal.arn ?? (principal.kind === 'root' && account ? `arn:aws:iam::${account}:root` : undefined);
}

/** The table of "Request information that you can use for policy variables". */
function tryUserId({ kind, arn = '', uniqueId }: Principal, account: string | undefined): string | undefined {
  if (kind === 'root') return account;
  if (kind === 'federated') return `${account}:${lastPart(arn)}`;
  if (kind === 'role' && uniqueId && arn.includes(':assumed-role/')) return `${uniqueId}:${lastPart(arn)}`;
  return kind === 'user' ? uniqueId : undefined;
}

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
