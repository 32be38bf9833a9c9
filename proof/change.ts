import type { PolicyType } from '../policy/guardrails/organization-policy';
import { controlStatements } from '../policy/guardrails/packing/control-statements';
import type { PackedNode } from '../policy/guardrails/packing/packed-node';
import { authorizationKinds } from '../policy/guardrails/policy-kinds';
import { type Elements, statementTest } from '../policy/iam/statement-test';
import type { LandingZone } from '../schema/landing-zone';
import { keyOf, type Target } from '../schema/organization-tree';
import { pascalCase } from '../schema/text';
import { packedStatements } from './node-proof';
import type { AttachedStatement, OlderOrganization } from './older-organization';
import { comparisonsOf } from './placements';
import { type Answer, Denials, Prover } from './prover';
import { singleKeys } from './single-keys';

/** A statement that denied what is not denied any more, or of which that is not decided. */
export interface Loosened extends AttachedStatement {
  /** Addresses of the accounts and nodes where that is so. */
  readonly places: readonly string[];
  readonly answer: Exclude<Answer, { readonly verdict: 'proved' }>;
  /** Ids of the controls that it belonged to: of one that names several, those that could have asked for it. */
  readonly controls: readonly string[];
}

/**
 * The statements of older policies, where the policies of today do not deny all that they did: to each account that was bound and is
 * still here, wherever it is today, and to each node that they were attached to, which binds the accounts to come.
 *
 * @param zone with each account and OU under its key, which its address is made of
 */
export async function loosened(
  zone: LandingZone,
  nodes: readonly PackedNode[],
  older: OlderOrganization,
): Promise<readonly Loosened[]> {
  const found = new Map<AttachedStatement, Loosened>();
  const kept = new Map<AttachedStatement, (readonly string[])[]>();
  for (const { type, places, statements, chain } of comparisonsOf(zone, nodes, older)) {
    const keys = chain?.map(keyOf) ?? [];
    // What a part of the chain denies, the whole of it denies too.
    const isKept = (each: AttachedStatement) =>
      chain !== undefined && kept.get(each)?.some((part) => part.every((key) => keys.includes(key)));
    const asked = statements.filter((each) => !isKept(each));
    const now = binding(nodes, type, chain ?? []);
    const { key } = authorizationKinds[type];
    const prover = new Prover(key, await singleKeys([...asked.map(({ statement }) => statement), ...now]));
    const documents = new Denials(key, now);
    for (const each of asked) {
      const answer: Answer = chain
        ? prover.denies(each.statement, documents, [], true)
        : { verdict: 'not decided', because: `${each.node} is no node of the organization any more` };
      if (answer.verdict === 'proved') kept.set(each, [...(kept.get(each) ?? []), keys]);
      else found.set(each, withPlaces(zone, each, answer, places, found.get(each)));
    }
  }
  return [...found.values()];
}

/** One finding for each statement, with a request where there is one at any place. */
function withPlaces(
  zone: LandingZone,
  each: AttachedStatement,
  answer: Loosened['answer'],
  places: readonly string[],
  known: Loosened | undefined,
): Loosened {
  const all = [...new Set([...(known?.places ?? []), ...places])];
  return known && (known.answer.verdict === 'refuted' || answer.verdict !== 'refuted')
    ? { ...known, places: all }
    : { ...each, places: all, answer, controls: controlsOf(zone, each, answer) };
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
