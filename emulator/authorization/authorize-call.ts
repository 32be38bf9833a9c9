import { authorize, type Policies, type SourcedDocument } from '../../policy/iam/authorize';
import type { Protocol } from '../gateway/wire';
import type { Caller, WebIdentity } from '../toolkit/call';
import { type AwsError, notImplemented } from '../toolkit/errors';
import { actionsOfCall } from './action';
import { tryActionFacts } from './action-facts';
import { type ContextParts, contextFor } from './context';
import { accessDenied } from './denial';
import { sourced } from './documents';
import type { Identities } from './identities';
import type { JudgedCall } from './judged-call';
import { accountOf, type JudgedResource } from './judged-resource';
import { passedRoles } from './pass-role';
import { type Bearer, type PolicySources, policiesFor } from './policies';
import { nameOf, principalOf } from './principal-of';
import { resourcesOf } from './resource';
import type { ResourceDirectory } from './resource-directory';
import { opensToOthers } from './resource-policies';
import type { ResourceTags } from './resource-tags';
import { policiesOfUnknown } from './unknown-resource';
import { unreadKeys } from './unread-keys';

/** What the judgement of calls asks. */
export interface AuthorizationParts extends ContextParts {
  readonly identities: Identities;
  readonly directory: ResourceDirectory;
  readonly sources: PolicySources;
  readonly tags: ResourceTags;
}

/** An action on a resource, with what the request says of it. */
interface Permission {
  readonly action: string;
  readonly resource: JudgedResource;
  readonly call: JudgedCall;
}

/**
 * Judges a call as AWS does, by every policy that binds its caller and its resource. Nobody is exempt, whoever deploys included.
 *
 * @returns the refusal, or undefined where the call is allowed
 * @throws AwsError 501 where the action, or a condition key that a policy asks for, cannot be told
 */
export async function tryRefusal(
  parts: AuthorizationParts,
  caller: Caller,
  protocol: Protocol,
  call: JudgedCall,
): Promise<AwsError | undefined> {
  const bearer = await bearerOf(parts.identities, caller);
  for (const permission of await permissionsFor(parts, call)) {
    const decision = await decide(parts, bearer, permission);
    if (!decision.allowed) {
      const { action, resource } = permission;
      return accessDenied(protocol, call.service, { caller: caller.arn, action, resource: resource.arn, decision });
    }
  }
  return undefined;
}

/** Every permission that AWS asks for before it does what a call wants. */
async function permissionsFor({ directory }: AuthorizationParts, call: JudgedCall): Promise<readonly Permission[]> {
  const asked = (await actionsOfCall(call)).map(async (action) =>
    (await resourcesOf(action, call, directory)).map((resource): Permission => ({ action, resource, call })),
  );
  const passed = passedRoles(call).map(
    ({ roleArn, service }): Permission => ({
      action: 'iam:PassRole',
      resource: { arn: roleArn, account: accountOf(roleArn), known: true },
      call: { ...call, input: { PassedToService: service } },
    }),
  );
  return [...(await Promise.all(asked)).flat(), ...passed];
}

async function decide(parts: AuthorizationParts, bearer: Bearer & Asker, { action, resource, call }: Permission) {
  const policies = await policiesFor(parts.sources, bearer, action, resource);
  const resourceTags = await tagsAskedFor(parts, policies, { action, resource, call });
  const context = await contextFor(parts, bearer, call, { action, resource, resourceTags });
  const request = {
    action,
    resource: resource.arn,
    resourceAccount: (opensToOthers(action) ? resource.account : undefined) ?? call.account,
    principal: bearer.principal,
    context,
  };
  return authorize(request, resource.known ? policies : policiesOfUnknown(policies, resource.arn));
}

type Asker = Parameters<typeof contextFor>[1];

/**
 * The tags of the resource, where a policy asks for them.
 *
 * @throws AwsError 501 where a policy asks for what nothing reads
 */
async function tagsAskedFor(
  { tags }: AuthorizationParts,
  policies: Policies,
  { action, resource, call }: Permission,
): Promise<ReadonlyMap<string, string>> {
  const facts = await tryActionFacts(action);
  const keys = facts ? unreadKeys(policies, action, facts) : [];
  const found = keys.length > 0 ? await tags.tryFind(resource) : undefined;
  const unread = keys.find((key) => found === undefined || !/^aws:ResourceTag\//i.test(key));
  if (unread === undefined) return found ?? new Map();
  throw notImplemented(
    call.service,
    `${call.operation} under a policy that asks for ${unread}, which it does not read`,
  );
}

/** The principal behind an access key, with its policies and its tags. */
async function bearerOf(identities: Identities, caller: Caller): Promise<Bearer & Asker> {
  const { account, session } = caller;
  if (caller.webIdentity) return webBearer(caller.webIdentity);
  const name = nameOf(caller);
  if (name === undefined) return rootBearer(identities, caller);
  const identity = await identities.tryFind(account, name.kind, name.name);
  return {
    principal: principalOf(caller, identity),
    identity,
    sessionPolicies: await sessionPolicies(identities, caller),
    tags: new Map([...(identity?.tags ?? []), ...(session?.tags ?? [])]),
    ...(session?.federatedProvider && { federation: { 'aws:FederatedProvider': session.federatedProvider } }),
  };
}

/** Somebody with a token is nobody in IAM: the trust policy of the role decides alone, by the claims of the token. */
const webBearer = ({ provider, host, audience, subject }: WebIdentity): Bearer & Asker => ({
  principal: { kind: 'federated', arn: provider },
  identity: undefined,
  sessionPolicies: undefined,
  tags: new Map(),
  federation: { [`${host}:aud`]: audience, [`${host}:sub`]: subject },
});

/** A root user may do everything but what the task policy of its session denies; the policy itself allows nothing. */
async function rootBearer(identities: Identities, caller: Caller): Promise<Bearer & Asker> {
  const policies = await identities.managed(caller.account, caller.session?.policyArns ?? []);
  return {
    principal: principalOf(caller),
    identity: { policies, boundary: undefined },
    sessionPolicies: undefined,
    tags: new Map(),
  };
}

async function sessionPolicies(
  identities: Identities,
  { account, session }: Caller,
): Promise<readonly SourcedDocument[] | undefined> {
  if (session === undefined || (session.policy === undefined && session.policyArns.length === 0)) return undefined;
  const inline = session.policy === undefined ? [] : [sourced('the session policy', session.policy)];
  return [...inline, ...(await identities.managed(account, session.policyArns))];
}
