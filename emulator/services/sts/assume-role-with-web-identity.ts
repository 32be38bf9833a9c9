import { texts } from '../../authorization/judged-call';
import type { Credentials } from '../../gateway/credentials';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Output, StsCall } from './api';
import { credentialsOutput } from './session-output';

/**
 * A session of a role for whoever an identity provider vouches for. The token was verified at the door, and the trust policy of the role
 * was asked there.
 */
export function assumeRoleWithWebIdentity(
  { credentials, isOpen }: { readonly credentials: Credentials; readonly isOpen: (account: string) => boolean },
  { caller, input }: StsCall<'AssumeRoleWithWebIdentity'>,
): Output<'AssumeRoleWithWebIdentity'> {
  const { RoleArn, RoleSessionName } = required(input, 'RoleArn', 'RoleSessionName');
  const { webIdentity, account } = caller;
  const role = /:role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(RoleArn)?.[1];
  if (!webIdentity || !role || !isOpen(account))
    throw new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);
  const { key, caller: session } = credentials.issueSessionKey(account, role, RoleSessionName, {
    ...(input.Policy && { policy: input.Policy }),
    policyArns: (input.PolicyArns ?? []).flatMap(({ arn }) => texts(arn)),
    tags: new Map(),
    federatedProvider: webIdentity.provider,
  });
  return {
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    Credentials: credentialsOutput(key),
    SubjectFromWebIdentityToken: webIdentity.subject,
    Audience: webIdentity.audience,
    Provider: webIdentity.provider,
    PackedPolicySize: 0,
  };
}
