import type { Statement } from '../../policy/iam/statement';
import { permissionSetRole, type Trustee } from '../../schema/forms/trustees';
import { findAccount } from '../../schema/organization-tree';
import type { LandingZoneStack } from '../kernel/landing-zone-stack';

/** Text of `aws:PrincipalArn` behind the account id. */
function principalOf(trustee: Trustee): string {
  if ('user' in trustee) return `user/${trustee.user}`;
  return `role/${'role' in trustee ? trustee.role : permissionSetRole(trustee.permissionSet)}`;
}

/**
 * The trust policy of a role for persons. The account is the principal and a condition says who of it: IAM refuses the ARN of a role that
 * does not exist yet, takes no pattern, and would go on trusting one that is made anew by the id of the old one.
 */
export function trustOfPersons(stack: LandingZoneStack, trustees: readonly Trustee[]): Statement[] {
  const groups = new Map<string, Trustee[]>();
  for (const trustee of trustees) {
    const group = `${trustee.account ?? ''} ${'user' in trustee}`;
    groups.set(group, [...(groups.get(group) ?? []), trustee]);
  }
  return [...groups.values()].map((group, index) => {
    const id = accountIdOf(stack, group[0]?.account);
    return {
      Sid: `Persons${index + 1}`,
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${id}:root` },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: { 'aws:PrincipalArn': group.map((trustee) => `arn:aws:iam::${id}:${principalOf(trustee)}`) },
        ...(group.some((trustee) => 'user' in trustee) && { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      },
    };
  });
}

const accountIdOf = (stack: LandingZoneStack, name: string | undefined): string =>
  name === undefined ? stack.here.id : stack.accountId(findAccount(stack.zone, name));
