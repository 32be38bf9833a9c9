import { controlStatements } from '../policy/guardrails/packing/control-statements';
import type { PackedNode } from '../policy/guardrails/packing/packed-node';
import { statementTest } from '../policy/iam/statement-test';
import type { LandingZone } from '../schema/landing-zone';
import { addressOf, chainOf, chainOfUnit, root, type Target } from '../schema/organization-tree';
import { pascalCase } from '../schema/text';
import { type LoosenedStatement, loosenedBetween } from './loosened';
import { packedStatements } from './node-proof';
import type { NewerOrganization, OlderOrganization } from './older-organization';

/** A statement that denied what is not denied any more, with what it was for. */
export interface Loosened extends LoosenedStatement {
  /** Ids of the controls that it belonged to: of one that names several, those that could have asked for it. */
  readonly controls: readonly string[];
}

/**
 * The statements of older policies, where the policies of today do not deny all that they did.
 *
 * @param zone with each account and OU under its key, which its address is made of
 */
export async function loosened(
  zone: LandingZone,
  nodes: readonly PackedNode[],
  older: OlderOrganization,
): Promise<readonly Loosened[]> {
  const found = await loosenedBetween(older, organizationOf(zone, nodes));
  return found.map((each) => ({ ...each, controls: controlsOf(zone, each) }));
}

/** The packed policies at their nodes, and whom they bind: no account that left the organization. */
function organizationOf(
  { organizationalUnits, accounts }: LandingZone,
  nodes: readonly PackedNode[],
): NewerOrganization {
  const chain = (address: Target, nodesAlong: readonly Target[]) =>
    [addressOf(address), nodesAlong.map(addressOf)] as const;
  return {
    statements: nodes.flatMap((node) =>
      node.targets.flatMap((target) =>
        packedStatements(node).map(({ statement }) => ({ type: node.type, node: addressOf(target), statement })),
      ),
    ),
    chains: new Map([
      chain(root, [root]),
      ...accounts.map((account) =>
        chain({ kind: 'account', name: account.name }, account.origin === 'external' ? [] : chainOf(account)),
      ),
      ...organizationalUnits.map((name) => chain({ kind: 'organizational unit', name }, chainOfUnit(name))),
    ]),
  };
}

/** The controls among these that the Sid of a statement names. */
export const controlsNamedBy = (sid: string, ids: readonly string[]): readonly string[] =>
  [...new Set(ids)].filter((id) => new RegExp(`^${pascalCase(id)}\\d*$`).test(sid));

/** By its Sid, which names one control; otherwise those of the policy that today, on or off, say something of the request's action. */
function controlsOf(zone: LandingZone, { type, sid = '', keeps, answer }: LoosenedStatement): readonly string[] {
  const named = controlsNamedBy(sid, [...keeps, ...zone.controls.map(({ id }) => id)]);
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
