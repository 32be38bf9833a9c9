import { exemptArns } from '../policy/guardrails/packing/exemptions';
import type { PackedNode } from '../policy/guardrails/packing/packed-node';
import { isTarget } from '../policy/guardrails/packing/tree';
import { authorizationKinds } from '../policy/guardrails/policy-kinds';
import type { Elements } from '../policy/iam/statement-test';
import type { LandingZone } from '../schema/landing-zone';
import { chainOfUnit, keyOf, root } from '../schema/organization-tree';
import { type Dead, deadStatements, type NodeProof, packedStatements, proveNode } from './node-proof';
import { type Promised, promisesOf, provePromise } from './promises';
import { type Answer, Denials, Prover } from './prover';
import { singleKeys } from './single-keys';

/** A promise at a node, by all documents that bind the accounts there. */
export interface ProvedPromise extends Promised {
  readonly answer: Answer;
}

/** All that is known of the documents of one type at a node. */
export interface ProvedNode extends NodeProof, Pick<PackedNode, 'type' | 'targets'> {
  readonly promises: readonly ProvedPromise[];
  readonly dead: readonly Dead[];
}

/** Proves, node by node, what the documents of a landing zone deny. Nodes without documents have nothing to prove. */
export async function* proveZone(zone: LandingZone, nodes: readonly PackedNode[]): AsyncGenerator<ProvedNode> {
  for (const node of nodes.filter(({ own }) => own.length > 0)) {
    const { type, targets } = node;
    const kind = authorizationKinds[type].key;
    const ids = new Set(node.own.flatMap(({ controls }) => controls));
    const promises = zone.controls
      .filter(({ id }) => ids.has(id))
      .flatMap((control) => promisesOf(zone, control))
      .filter(({ by }) => by === kind);
    const binding = bindingStatements(nodes, node);
    const asked = promises.flatMap(({ deny, assuming }): readonly Elements[] => [...deny, ...assuming]);
    const own = node.own.map(({ statement }): Elements => statement);
    const prover = new Prover(kind, await singleKeys([...own, ...binding, ...asked]));
    const documents = new Denials(kind, binding);
    yield {
      type,
      targets,
      ...proveNode(node, prover, (ids) => exemptByAll(zone, ids)),
      promises: promises.map((promise) => ({ ...promise, answer: provePromise(promise, documents, prover) })),
      dead: deadStatements(node, prover),
    };
  }
}

/** Promises that nothing answers, for the control is off, or is nowhere that has an account or an OU. */
export function unaskedPromises(zone: LandingZone, nodes: readonly PackedNode[]): readonly Promised[] {
  return zone.controls
    .flatMap((control) => promisesOf(zone, control))
    .filter(
      ({ control, by }) =>
        !nodes.some(
          ({ type, own }) =>
            authorizationKinds[type].key === by && own.some(({ controls }) => controls.includes(control)),
        ),
    );
}

/** The roles that each of some controls exempts: a statement that keeps them all must deny none of these anything. */
function exemptByAll(zone: LandingZone, ids: readonly string[]): readonly string[] {
  const lists = ids.map((id) => exemptArns(zone, zone.controls.find((each) => each.id === id)?.prevent?.exempt ?? []));
  return (lists[0] ?? []).filter((arn) => lists.every((list) => list.includes(arn)));
}

/** Statements of every document that binds the accounts at a node: its own, and those above it. */
function bindingStatements(nodes: readonly PackedNode[], node: PackedNode): readonly Elements[] {
  // Accounts that are described alike may be in several OUs, but all are below the root.
  const chain = node.place.kind === 'organizational unit' ? chainOfUnit(node.place.name) : [root];
  const above = new Set(chain.map(keyOf));
  return nodes
    .filter(
      ({ type, place }) => type === node.type && (place === node.place || (isTarget(place) && above.has(keyOf(place)))),
    )
    .flatMap((each) => packedStatements(each).map(({ statement }): Elements => statement));
}
