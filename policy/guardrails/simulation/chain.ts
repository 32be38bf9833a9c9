import type { LandingZone } from '../../../schema/landing-zone';
import { chainOf, root, type Target } from '../../../schema/organization-tree';
import { resourceControlServices } from '../../iam/resource-control-services';
import { policyDocument } from '../../iam/statement';
import { type OrganizationPolicy, policyTypes } from '../organization-policy';
import { authorizationKinds } from '../policy-kinds';
import type { ResolvedRequest } from './request';

/** The nodes whose policies of a type bind a request, root first, or why none does. */
export type Chain = { readonly nodes: readonly Target[] } | { readonly unbound: string };

/**
 * The chain of the principal's account for service control policies, that of the resource's account for resource control policies
 * (Organizations User Guide, "SCP evaluation" and "Resource control policies").
 */
export function bindingChain(type: OrganizationPolicy['type'], request: ResolvedRequest): Chain {
  // STS API Reference, GetCallerIdentity: "you can still perform this operation" where a policy denies it.
  if (request.action.toLowerCase() === 'sts:getcalleridentity')
    return { unbound: 'AWS lets everybody call sts:GetCallerIdentity' };
  return authorizationKinds[type].binds === 'principal' ? principalChain(request) : resourceChain(request);
}

function principalChain({ principal, principalAccount }: ResolvedRequest): Chain {
  if (principal.kind === 'service') return { unbound: 'the principal is an AWS service' };
  if (!principalAccount) return { unbound: 'the principal is outside the organization' };
  if (principal.serviceLinked) return { unbound: 'the principal is a service-linked role' };
  if (principalAccount.role === 'management') return { unbound: 'the principal is in the management account' };
  return { nodes: chainOf(principalAccount) };
}

function resourceChain({ action, principal, resourceAccount }: ResolvedRequest): Chain {
  const [service = ''] = action.toLowerCase().split(':');
  if (!resourceControlServices.has(service)) return { unbound: `they do not cover ${service}` };
  if (action.toLowerCase() === 'kms:retiregrant') return { unbound: 'they do not cover kms:RetireGrant' };
  if (principal.serviceLinked) return { unbound: 'the principal is a service-linked role' };
  if (!resourceAccount) return { unbound: 'the resource is outside the organization' };
  if (resourceAccount.role === 'management') return { unbound: 'the resource is in the management account' };
  return { nodes: chainOf(resourceAccount) };
}

/**
 * The policies that AWS attaches to every node when a type is enabled: without them nothing would be allowed. They stay in place
 * where an organization only denies.
 */
export function fullAccess({ organizationalUnits, accounts }: LandingZone): readonly OrganizationPolicy[] {
  const targets: readonly Target[] = [
    root,
    ...organizationalUnits.map((name) => ({ kind: 'organizational unit' as const, name })),
    ...accounts.filter(({ origin }) => origin !== 'external').map(({ name }) => ({ kind: 'account' as const, name })),
  ];
  const statement = { Sid: 'FullAccess', Effect: 'Allow', Action: '*', Resource: '*' } as const;
  return policyTypes.map((type) => ({
    type,
    name: authorizationKinds[type].fullAccess,
    description: 'Allows access to every operation',
    targets,
    statements: [{ statement, controls: [] }],
    content: policyDocument([statement]),
  }));
}
