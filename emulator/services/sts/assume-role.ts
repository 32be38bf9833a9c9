import { allowsPrincipal } from '../../../policy/iam/resource-policy';
import type { Credentials } from '../../gateway/credentials';
import { findTrustPolicy } from '../../resource-policy-lookup';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Moto, OrganizationView } from '../../world';
import type { Output, StsCall } from './api';

/** What STS needs to decide whether a role may be assumed. */
export interface StsParts {
  readonly credentials: Credentials;
  readonly organization: OrganizationView;
  readonly moto: Moto;
  /** Whether the account exists and is not closed. */
  readonly isOpen: (account: string) => boolean;
}

/** Opens a session of a role whose trust policy lets the caller in; the other refusals of AWS sound the same. */
export async function assumeRole(
  { credentials, organization, moto, isOpen }: StsParts,
  { caller, input }: StsCall<'AssumeRole'>,
): Promise<Output<'AssumeRole'>> {
  const { RoleArn, RoleSessionName, ExternalId } = required(input, 'RoleArn', 'RoleSessionName');
  const [, account = '', roleName = ''] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(RoleArn) ?? [];
  const trust = isOpen(account) ? await findTrustPolicy(moto, RoleArn) : undefined;
  const context = contextOf(organization, caller.account, ExternalId);
  const request = { principal: caller.principal, action: 'sts:AssumeRole', resource: RoleArn, context };
  if (!allowsPrincipal(trust, request))
    throw new AwsError(
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
      403,
    );
  const { key, caller: session } = credentials.issueSessionKey(account, roleName, RoleSessionName);
  return {
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    Credentials: { ...secrets, AccessKeyId: key },
    PackedPolicySize: 0,
  };
}

const secrets = {
  SecretAccessKey: 'rehearsal',
  SessionToken: 'rehearsal',
  // Far away by any clock, the client's too: sessions of the emulated AWS do not expire.
  Expiration: '2099-12-31T23:59:59Z',
};

/** What a trust policy may ask about the caller besides its principal. */
function contextOf(
  organization: OrganizationView,
  account: string,
  externalId: string | undefined,
): Readonly<Record<string, string>> {
  const organizationId = organization.isActiveMember(account) ? organization.find()?.id : undefined;
  return {
    ...(externalId && { 'sts:ExternalId': externalId }),
    ...(organizationId && { 'aws:PrincipalOrgID': organizationId }),
  };
}
