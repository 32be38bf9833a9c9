import type { Policies, PolicyDocument, SourcedDocument } from '../../policy/iam/authorize';
import { actionsPattern } from '../../policy/iam/patterns';
import type { ActionFacts } from './action-facts';
import { notComputed } from './condition-keys/not-computed';
import { prefixedKeys, serviceKeys } from './context';

/** Global keys that the context of a request holds, or leaves out because AWS would. */
const globalKeys = [
  'aws:AssumedRoot',
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:FederatedProvider',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalType',
  'aws:RequestedRegion',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:ResourceOrgPaths',
  'aws:SecureTransport',
  'aws:SourceIp',
  'aws:SourceOwner',
  'aws:TagKeys',
  'aws:userid',
  'aws:username',
  'aws:ViaAWSService',
  'kms:ResourceAliases',
];

const readKeys = new Set(
  [...globalKeys, ...Object.keys(serviceKeys), ...Object.keys(notComputed)].map((key) => key.toLowerCase()),
);

/** Whether the emulated AWS knows what a request says of a condition key, be it that no request carries it. */
export const isReadKey = (key: string): boolean =>
  readKeys.has(key.toLowerCase()) || prefixedKeys.some((prefix) => key.toLowerCase().startsWith(prefix.toLowerCase()));

/**
 * Condition keys that policies ask of an action and that AWS would send with it, but that are not among those which are always read.
 * Where nothing reads one after all, the policy can be neither kept nor broken.
 */
export function unreadKeys(
  { identity, boundary, session, resource, scps, rcps }: Policies,
  action: string,
  facts: ActionFacts,
): readonly string[] {
  const documents = [identity, boundary, session, resource, ...(scps ?? []), ...(rcps ?? [])].flatMap(
    (each) => each ?? [],
  );
  return documents
    .flatMap(conditionsOf)
    .filter(({ key, isAbout }) => !isReadKey(key) && sends(facts, key) && isAbout(action))
    .map(({ key }) => key);
}

interface Asked {
  readonly key: string;
  readonly isAbout: (action: string) => boolean;
}

const read = new WeakMap<PolicyDocument, readonly Asked[]>();

function conditionsOf({ document }: SourcedDocument): readonly Asked[] {
  if (typeof document === 'string') return [];
  const known = read.get(document) ?? [document.Statement].flat().flatMap(askedIn);
  read.set(document, known);
  return known;
}

function askedIn({
  Action,
  NotAction,
  Condition = {},
}: Extract<PolicyDocument['Statement'], { readonly Effect: string }>): readonly Asked[] {
  const keys = [...new Set(Object.values(Condition).flatMap(Object.keys))];
  if (keys.length === 0) return [];
  const matches = actionsPattern([Action ?? NotAction ?? []].flat());
  return keys.map((key) => ({ key, isAbout: (action) => matches(action) === (Action !== undefined) }));
}

/** Global keys may come with any request; a service's own come with the actions that the reference gives them to. */
function sends({ conditionKeys }: ActionFacts, key: string): boolean {
  const small = key.toLowerCase();
  if (small.startsWith('aws:') && !small.startsWith('aws:resourcetag/')) return true;
  return [...conditionKeys].some(
    (known) => known === small || (known.includes('${') && small.startsWith(known.split('${')[0] ?? '')),
  );
}
