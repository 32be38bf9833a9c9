import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import type { Clients } from '../clients';

/** A statement of a policy that is attached to a role, as far as the checks read it. */
export interface Granted {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
}

type Iam = Clients['iam'];

/** The statements of all policies of a role, its own and those attached to it, each with the name of its policy. */
export async function* grantsOf(
  iam: Iam,
  RoleName: string,
): AsyncGenerator<{ readonly policy: string; readonly statement: Granted }> {
  for await (const { policy, document } of documentsOf(iam, RoleName))
    for (const statement of statementsOf(document)) yield { policy, statement };
}

async function* documentsOf(iam: Iam, RoleName: string) {
  for await (const PolicyName of markers(async (Marker) => {
    const { PolicyNames: found = [], ...page } = await iam.send(new ListRolePoliciesCommand({ RoleName, Marker }));
    return { found, ...page };
  })) {
    const { PolicyDocument: document = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    yield { policy: PolicyName, document };
  }
  for await (const { PolicyName: policy = '', PolicyArn } of markers(async (Marker) => {
    const answer = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName, Marker }));
    return { found: answer.AttachedPolicies ?? [], ...answer };
  })) {
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    const VersionId = Policy?.DefaultVersionId;
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
    yield { policy, document: PolicyVersion?.Document ?? '' };
  }
}

/** What is on the pages of a list of IAM, which says apart whether there is another page. */
async function* markers<T>(
  fetch: (marker: string | undefined) => Promise<{ found: readonly T[]; IsTruncated?: boolean; Marker?: string }>,
): AsyncGenerator<T> {
  let marker: string | undefined;
  do {
    const { found, IsTruncated, Marker } = await fetch(marker);
    yield* found;
    marker = IsTruncated ? Marker : undefined;
  } while (marker);
}

/** IAM gives a document URL-encoded, and lets a single statement stand without a list. */
function statementsOf(document: string): readonly Granted[] {
  const { Statement }: { Statement: Granted | readonly Granted[] } = JSON.parse(decodeURIComponent(document));
  return listed(Statement);
}

/** One or more, as policies write them, as a list. */
export const listed = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];
