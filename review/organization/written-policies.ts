import { type PolicyType, policyTypes } from '../../policy/guardrails/organization-policy';
import { authorizationKinds } from '../../policy/guardrails/policy-kinds';
import type { Elements } from '../../policy/iam/statement-test';
import type { AttachedStatement, OlderOrganization } from '../../proof/older-organization';
import { organizationIdMarker } from '../../schema/forms/control';
import { unescaped } from '../stack-json';
import { type OrganizationJson, type Placements, readPlacements, tryAddress, type Unread } from './placements';

/** What is read of a policy of the organization. */
interface PolicyJson {
  readonly type: string;
  readonly content: string;
  readonly description?: string;
}

type Named = Elements & { readonly Sid?: string; readonly Effect?: string };

/** What a management stack says of SCPs and RCPs. */
export interface WrittenPolicies extends OlderOrganization, Pick<Placements, 'chains'> {
  readonly unread: readonly Unread[];
  /** What is allowed at all at each node that has such statements, which no proof compares. */
  readonly allowing: ReadonlyMap<string, readonly string[]>;
}

/** A management stack as far as its policies are read. */
export type ManagementJson = OrganizationJson<PolicyJson>;

/** Every statement of the SCPs and RCPs of a management stack, with each node that it is attached to, and where accounts are. */
export function readWrittenPolicies({ resource = {} }: ManagementJson): WrittenPolicies {
  const { aws_organizations_policy: policies = {} } = resource;
  const { accounts, chains, unread: unplaced } = readPlacements(resource);
  const unread: Unread[] = [...unplaced];
  const statements: AttachedStatement[] = [];
  const allowing = new Map<string, readonly string[]>();
  for (const [name, { policy_id, target_id }] of Object.entries(resource.aws_organizations_policy_attachment ?? {})) {
    const id = /^\$\{aws_organizations_policy\.([^.]+)\.id\}$/.exec(policy_id)?.[1] ?? '';
    const policy = policies[id];
    if (!policy) {
      unread.push({ resource: name, because: `it attaches '${policy_id}', which is no policy of the folder` });
      continue;
    }
    const type = policyTypes.find((each) => each === policy.type);
    if (!type) continue;
    const node = tryAddress(target_id);
    const all = tryStatements(policy);
    if (node === undefined)
      unread.push({ resource: name, because: `it is attached to '${target_id}', which is no node` });
    else if (!all) unread.push({ resource: name, because: `the document of ${id} cannot be read` });
    else {
      const denying = all.filter(({ Effect }) => Effect === 'Deny');
      const others = all
        .filter(({ Effect }) => Effect !== 'Deny')
        .map((each) => JSON.stringify([type, withoutSid(each)]));
      if (others.length > 0) allowing.set(node, [...new Set([...(allowing.get(node) ?? []), ...others])].sort());
      statements.push(...denying.map((statement) => attached(type, id, node, policy, statement)));
    }
  }
  return { statements, accounts, chains, unread, allowing };
}

const withoutSid = ({ Sid: _, ...statement }: Named) => statement;

const attached = (
  type: PolicyType,
  id: string,
  node: string,
  { description = '' }: PolicyJson,
  { Sid, Effect: _, ...statement }: Named,
): AttachedStatement => ({
  type,
  policy: id.slice(authorizationKinds[type].resourcePrefix.length),
  node,
  statement,
  sid: Sid,
  keeps: description
    .replace(/^Keeps /, '')
    .split(/, | and /)
    .filter((each) => /^[a-z\d-]+$/.test(each)),
});

/** The document as AWS takes it: what Terraform would replace is the organization's id, and nothing else. */
function tryStatements({ content }: PolicyJson): readonly Named[] | undefined {
  const text = unescaped(
    content.replace(/(?<!\$)\$\{aws_organizations_organization\.[^}]+\}/g, () => organizationIdMarker),
  );
  try {
    const { Statement } = JSON.parse(text) as { readonly Statement?: Named | readonly Named[] };
    return Statement && [Statement].flat();
  } catch {
    return undefined;
  }
}
