import { isTrustAction } from './trust';

/** What kind of policy a decision comes from. */
export type PolicyKind = 'scp' | 'rcp' | 'identity' | 'boundary' | 'session' | 'resource';

/** Why a request is denied. */
export interface Denial {
  readonly allowed: false;
  /** `unreadable` where a policy contains what nothing here can tell; then nothing is let through. */
  readonly reason: 'explicit deny' | 'implicit deny' | 'unreadable';
  readonly by: PolicyKind;
  /** Name of the policy, where one is to blame. */
  readonly policy?: string;
  /** Sid of the statement, or its place in the document. */
  readonly statement?: string;
  /** What AWS writes after "is not authorized to perform: … on resource: …". */
  readonly message: string;
}

export type Decision = { readonly allowed: true } | Denial;

/** Terms of the IAM User Guide, "Troubleshoot access denied error messages". */
const terms: Readonly<Record<PolicyKind, string>> = {
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  resource: 'a resource-based policy',
};

const termOf = (by: PolicyKind, action: string): string =>
  by === 'resource' && isTrustAction(action) ? 'the role trust policy' : terms[by];

export const explicitDeny = (by: PolicyKind, action: string, policy: string, statement: string): Denial => ({
  allowed: false,
  reason: 'explicit deny',
  by,
  policy,
  statement,
  message: `with an explicit deny in ${termOf(by, action)}`,
});

export const implicitDeny = (by: PolicyKind, action: string): Denial => ({
  allowed: false,
  reason: 'implicit deny',
  by,
  message: `because no ${termOf(by, action).replace(/^\w+ /, '')} allows the ${action} action`,
});

/** AWS refuses such a policy when it is saved, so it has no sentence for it. */
export const unreadable = (by: PolicyKind, action: string, policy: string, why: string): Denial => ({
  allowed: false,
  reason: 'unreadable',
  by,
  policy,
  message: `because ${termOf(by, action)}, ${policy}, cannot be read: ${why}`,
});
