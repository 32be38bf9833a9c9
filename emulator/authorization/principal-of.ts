import type { Principal } from '../../policy/iam/principal';
import type { Caller } from '../toolkit/call';

/** Kind and name of the user or role behind an access key; undefined for a root user. */
export function nameOf({ principal }: Caller): { readonly kind: 'role' | 'user'; readonly name: string } | undefined {
  const [, kind, name] = /:(role|user)\/(?:.*\/)?([^/]+)$/.exec(principal) ?? [];
  return name === undefined ? undefined : { kind: kind === 'user' ? 'user' : 'role', name };
}

/** The principal that policies know a caller as, with what IAM keeps of it where that is known. */
export function principalOf(caller: Caller, identity?: { readonly arn: string; readonly uniqueId: string }): Principal {
  const { account: accountId, arn, principal: written } = caller;
  const kind = nameOf(caller)?.kind ?? 'root';
  const uniqueId = identity && { uniqueId: identity.uniqueId };
  if (kind !== 'role') return { kind, arn, accountId, ...uniqueId };
  const roleArn = identity?.arn ?? written;
  return { kind, arn, accountId, roleArn, serviceLinked: roleArn.includes(':role/aws-service-role/'), ...uniqueId };
}
