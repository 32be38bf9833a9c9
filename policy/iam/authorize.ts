import type { AuthorizationRequest, Policies } from './authorization-request';
import { contextOf } from './context';
import { type Decision, implicitDeny, type PolicyKind } from './denial';
import type { Asked, ReadStatement } from './policy-document';
import { setVerdicts } from './policy-sets';
import { isFederatedSession, isIdentity, type Principal, tryAccountOf, tryPrincipalAccount } from './principal';
import { principalKeys, resourceKeys } from './principal-context';
import type { Naming } from './principal-element';
import { isTrustAction } from './trust';

export type { AuthorizationRequest, Policies, SourcedDocument } from './authorization-request';
export type { Decision } from './denial';
export type { PolicyDocument } from './policy-document';
export type { Principal } from './principal';

/**
 * Decides a request as AWS does (IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access").
 * What cannot be read denies.
 */
export function authorize(request: AuthorizationRequest, policies: Policies): Decision {
  const { action, principal } = request;
  const verdicts = setVerdicts(policies, askedOf(request, policies));
  const refusal = verdicts.find(({ denial }) => denial)?.denial ?? verdicts.find(({ defect }) => defect)?.defect;
  if (refusal) return refusal;
  const closed = verdicts.find(({ by, allowing }) => (by === 'rcp' || by === 'scp') && allowing.length === 0);
  if (closed) return implicitDeny(closed.by, action);

  const allowing = (kind: PolicyKind) => verdicts.filter(({ by }) => by === kind).flatMap((each) => each.allowing);
  const grant = tryGrant(allowing('resource'), principal);
  const missing = isIdentity(principal)
    ? tryMissing(request, policies, (kind) => allowing(kind).length > 0, grant)
    : grant === undefined && 'resource';
  return missing ? implicitDeny(missing, action) : { allowed: true };
}

/** How far the resource's own policy goes: to this very principal, to its role, or to whomever its account lets. */
type Grant = 'direct' | 'role' | 'account';

function tryGrant(allowing: readonly ReadStatement[], principal: Principal): Grant | undefined {
  const namings = new Set<Naming>(allowing.flatMap(({ names }) => [...names(principal)]));
  // "Permissions boundaries or session policies do not limit permissions granted using … a wildcard" ("IAM role principals").
  if (namings.has('everybody') || namings.has('itself')) return 'direct';
  if (namings.has('role')) return 'role';
  return namings.has('account') ? 'account' : undefined;
}

/** The first kind of policy that would have to allow the request of somebody in an account, and does not. */
function tryMissing(
  request: AuthorizationRequest,
  { boundary, session = [], resource = [] }: Policies,
  allows: (kind: PolicyKind) => boolean,
  grant: Grant | undefined,
): PolicyKind | undefined {
  const { principal } = request;
  const isOwn = resourceAccountOf(request) === tryPrincipalAccount(principal);
  if (isOwn && grant === 'direct') return undefined;
  if (isOwn && !grant && decidesAlone(request, resource.length > 0)) return 'resource';
  // A grant to the role stands in for an identity-based policy, and a boundary and session policies limit it just the same. The
  // root user has full access.
  const isGranted = allows('identity') || principal.kind === 'root' || (isOwn && grant === 'role');
  if (!isGranted) return 'identity';
  if (boundary && !allows('boundary')) return 'boundary';
  if ((session.length > 0 || isFederatedSession(principal)) && !allows('session')) return 'session';
  return isOwn || grant ? undefined : 'resource';
}

/**
 * Trust policies and key policies "must explicitly allow access for principals", also within the account: without them
 * identity-based policies grant nothing.
 */
function decidesAlone({ action, resource }: AuthorizationRequest, hasPolicy: boolean): boolean {
  const isAboutKey = hasPolicy || /^arn:[^:]+:kms:[^:]*:\d*:key\//.test(resource);
  return isTrustAction(action) || (/^kms:/i.test(action) && isAboutKey);
}

const resourceAccountOf = ({ resource, resourceAccount, principal }: AuthorizationRequest): string | undefined =>
  resourceAccount ?? tryAccountOf(resource) ?? tryPrincipalAccount(principal);

function askedOf(request: AuthorizationRequest, { boundary }: Policies): Asked {
  const { action, resource, principal } = request;
  const account = resourceAccountOf(request);
  const derived = contextOf(principalKeys(principal), account === undefined ? {} : resourceKeys(account));
  const context = new Map([...derived, ...request.context]);
  return { action, resource, context, principal, bounded: boundary !== undefined };
}
