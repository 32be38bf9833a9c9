import { texts } from '../../authorization/judged-call';
import { tagsOfRequest } from '../../authorization/request-tags';
import type { Credentials } from '../../gateway/credentials';
import { required, type Session } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Output, StsCall } from './api';
import { credentialsOutput } from './session-output';

/** A session of a role of an open account. Whether the caller may have it was decided at the door, by the role's trust policy too. */
export function assumeRole(
  { credentials, isOpen }: { readonly credentials: Credentials; readonly isOpen: (account: string) => boolean },
  { caller, input }: StsCall<'AssumeRole'>,
): Output<'AssumeRole'> {
  const { RoleArn, RoleSessionName } = required(input, 'RoleArn', 'RoleSessionName');
  const [, account = '', roleName = ''] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(RoleArn) ?? [];
  if (!isOpen(account)) {
    const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    throw new AwsError('AccessDenied', message, 403);
  }
  const given = sessionOf(input);
  const { key, caller: session } = credentials.issueSessionKey(account, roleName, RoleSessionName, given);
  return {
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    Credentials: credentialsOutput(key),
    PackedPolicySize: 0,
  };
}

const sessionOf = ({ Policy, PolicyArns = [], Tags }: StsCall<'AssumeRole'>['input']): Session => ({
  ...(Policy && { policy: Policy }),
  policyArns: PolicyArns.flatMap(({ arn }) => texts(arn)),
  tags: tagsOfRequest({ Tags }),
});
