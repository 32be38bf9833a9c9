import type { LandingZone } from '../../schema/landing-zone';
import type { Target } from '../../schema/organization-tree';
import type { Problem } from '../../schema/problems/problem';
import type { PolicyType } from './organization-policy';
import { packNodes } from './packing';
import type { PackedNode } from './packing/packed-node';
import type { QuotaSet } from './policy-kinds';
import { attachedTo, budgetProblems, charactersOfDocuments, counted, describeTargets } from './policy-problems';

/** What the policies of one type take at a node of the tree, of what AWS lets them take. */
export interface NodeBudget {
  /** One node, or the accounts with some tags. */
  readonly targets: readonly Target[];
  readonly type: PolicyType;
  /** Documents that the node needs; each takes a slot. */
  readonly documents: number;
  /** Documents that it may have, besides those that AWS and others attach. */
  readonly slots: number;
  readonly freeSlots: number;
  /** Characters of its documents. */
  readonly characters: number;
  /** Characters of all the documents that it may have. */
  readonly capacity: number;
  /** Free part of the capacity in per cent, rounded down; less than 0 where the characters alone exceed it. */
  readonly headroom: number;
}

/** The budget of every node under a set of quotas. */
export interface PolicyBudget {
  readonly quotaSet: QuotaSet;
  /** For service, then for resource control policies: the root, every OU, accounts with policies of their own. */
  readonly nodes: readonly NodeBudget[];
  /** What does not fit; none where everything does. */
  readonly problems: readonly Problem[];
}

/** How much room the policies leave at each node. @param quotaSet by default the quotas in force */
export function policyBudget(zone: LandingZone, quotaSet: QuotaSet = zone.organization.scpQuota): PolicyBudget {
  const nodes = packNodes(zone, quotaSet);
  const attached = attachedTo(nodes);
  return {
    quotaSet,
    nodes: nodes.map((node) => nodeBudget(node, attached(node))),
    problems: budgetProblems(nodes, quotaSet),
  };
}

/** `Root: 3 of 9 documents, 12,345 of 92,160 characters`. */
export const describeBudget = ({ targets, documents, slots, characters, capacity }: NodeBudget): string =>
  `${describeTargets(targets)}: ${documents} of ${slots} documents, ${counted(characters)} of ${counted(capacity)} characters`;

function nodeBudget(node: PackedNode, attached: number): NodeBudget {
  const { targets, type, documents, room } = node;
  const characters = charactersOfDocuments(node);
  const capacity = room.slots * room.characters.value;
  return {
    targets,
    type,
    documents: documents.length,
    slots: room.slots,
    freeSlots: Math.max(0, room.slots - attached),
    characters,
    capacity,
    headroom: capacity === 0 ? 0 : Math.floor((100 * (capacity - characters)) / capacity),
  };
}
