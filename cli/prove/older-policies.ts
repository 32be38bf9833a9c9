import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyType, policyTypes } from '../../policy/guardrails/organization-policy';
import { authorizationKinds } from '../../policy/guardrails/policy-kinds';
import type { Elements } from '../../policy/iam/statement-test';
import type { AttachedStatement } from '../../proof/change';
import { organizationIdMarker } from '../../schema/forms/control';

interface StackJson {
  readonly resource?: {
    readonly aws_organizations_policy?: Readonly<Record<string, PolicyJson>>;
    readonly aws_organizations_policy_attachment?: Readonly<Record<string, { readonly policy_id: string }>>;
  };
}

interface PolicyJson {
  readonly type: string;
  readonly content: string;
  readonly description?: string;
}

type Named = Elements & { readonly Sid?: string };

/** Where the management stack of an output folder is written. */
export const managementStack = (folder: string): string => join(folder, 'stacks', 'management', 'cdk.tf.json');

/** Every statement of the SCPs and RCPs in an output folder of synth, with the address of each node that it is attached to. */
export function readOlderPolicies(folder: string): readonly AttachedStatement[] {
  const { resource = {} } = JSON.parse(readFileSync(managementStack(folder), 'utf8')) as StackJson;
  const attachments = Object.entries(resource.aws_organizations_policy_attachment ?? {});
  return Object.entries(resource.aws_organizations_policy ?? {}).flatMap(([id, policy]) => {
    const type = policyTypes.find((each) => each === policy.type);
    if (!type) return [];
    const nodes = attachments.flatMap(([name, { policy_id }]) =>
      policy_id === `\${aws_organizations_policy.${id}.id}` ? [name.slice(`${id}-at-`.length)] : [],
    );
    const statements = statementsOf(policy);
    return nodes.flatMap((node) => statements.map((statement) => attached(type, id, node, policy, statement)));
  });
}

const attached = (
  type: PolicyType,
  id: string,
  node: string,
  { description = '' }: PolicyJson,
  { Sid, ...statement }: Named,
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
function statementsOf({ content }: PolicyJson): readonly Named[] {
  const text = content
    .replace(/(?<!\$)\$\{aws_organizations_organization\.[^}]+\}/g, () => organizationIdMarker)
    .replaceAll('$${', () => '$' + '{')
    .replaceAll('%%{', () => '%' + '{');
  const { Statement } = JSON.parse(text) as { readonly Statement: Named | readonly Named[] };
  return [Statement].flat();
}
