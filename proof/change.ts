import type { PolicyType } from '../policy/guardrails/organization-policy';
import { controlStatements } from '../policy/guardrails/packing/control-statements';
import type { PackedNode } from '../policy/guardrails/packing/packed-node';
import { authorizationKinds } from '../policy/guardrails/policy-kinds';
import { type Elements, statementTest } from '../policy/iam/statement-test';
import type { LandingZone } from '../schema/landing-zone';
import { addressOf, chainOf, chainOfUnit, keyOf, root, type Target } from '../schema/organization-tree';
import { pascalCase } from '../schema/text';
import { packedStatements } from './node-proof';
import { type Answer, Denials, Prover } from './prover';
import { singleKeys } from './single-keys';

/** A statement as it is attached to a node. */
export interface AttachedStatement {
  readonly type: PolicyType;
  readonly policy: string;
  /** `addressOf` the node. */
  readonly node: string;
  readonly statement: Elements;
  readonly sid?: string | undefined;
  /** Ids of the controls that the policy keeps, as far as it says. */
  readonly keeps: readonly string[];
}

/** A statement that denied what is not denied any more, or of which that is not decided. */
export interface Loosened extends AttachedStatement {
  readonly answer: Exclude<Answer, { readonly verdict: 'proved' }>;
  /** Ids of the controls that it belonged to: of one that names several, those that could have asked for it. */
  readonly controls: readonly string[];
}

/** The statements of older policies, where the policies of today that bind the same accounts do not deny all that they did. */
export async function loosened(
  zone: LandingZone,
  nodes: readonly PackedNode[],
  older: readonly AttachedStatement[],
): Promise<readonly Loosened[]> {
  const found: Loosened[] = [];
  const groups = new Map<string, AttachedStatement[]>();
  for (const each of older) {
    const key = `${each.type} ${each.node}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const chain = tryChain(zone, first.node);
    const now = chain && binding(nodes, first.type, chain);
    const kind = authorizationKinds[first.type].key;
    const statements = group.map(({ statement }) => statement);
    const prover = new Prover(kind, await singleKeys([...statements, ...(now ?? [])]));
    const documents = new Denials(kind, now ?? []);
    for (const each of group) {
      const answer: Answer = now
        ? prover.denies(each.statement, documents, [], true)
        : { verdict: 'not decided', because: `${each.node} is no node of the organization any more` };
      if (answer.verdict !== 'proved') found.push({ ...each, answer, controls: controlsOf(zone, each, answer) });
    }
  }
  return found;
}

/** Every node whose policies bind a node of an address; undefined where it is gone. */
function tryChain(zone: LandingZone, address: string): readonly Target[] | undefined {
  if (address === addressOf(root)) return [root];
  const unit = zone.organizationalUnits.find((name) => addressOf({ kind: 'organizational unit', name }) === address);
  if (unit !== undefined) return chainOfUnit(unit);
  const account = zone.accounts.find(({ name }) => addressOf({ kind: 'account', name }) === address);
  return account && chainOf(account);
}

function binding(nodes: readonly PackedNode[], type: PolicyType, chain: readonly Target[]): readonly Elements[] {
  const keys = new Set(chain.map(keyOf));
  return nodes
    .filter((node) => node.type === type && node.targets.some((target) => keys.has(keyOf(target))))
    .flatMap((node) => packedStatements(node).map(({ statement }): Elements => statement));
}

/** By its Sid, which names one control; otherwise those of the policy that today, on or off, say something of the request's action. */
function controlsOf(
  zone: LandingZone,
  { type, sid = '', keeps }: AttachedStatement,
  answer: Loosened['answer'],
): readonly string[] {
  const ids = [...new Set([...keeps, ...zone.controls.map(({ id }) => id)])];
  const named = ids.filter((id) => new RegExp(`^${pascalCase(id)}\\d*$`).test(sid));
  if (named.length > 0 || answer.verdict !== 'refuted') return named;
  const { action } = answer.by;
  const speaking = zone.controls.filter(
    (control) =>
      keeps.includes(control.id) &&
      controlStatements(zone, control, type).some(({ statement: { Action, NotAction } }) =>
        statementTest({ Action, NotAction })({ action, resource: '*', context: new Map() }),
      ),
  );
  return speaking.length > 0
    ? speaking.map(({ id }) => id)
    : keeps.filter((id) => !zone.controls.some((each) => each.id === id));
}
