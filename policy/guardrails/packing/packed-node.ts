import type { CompiledStatement, PolicyType } from '../organization-policy';
import type { Room } from './room';
import type { PolicyNode } from './tree';

/** The policies of one type at a node, whether they have room there or not. */
export interface PackedNode extends Pick<PolicyNode, 'place' | 'targets'> {
  readonly type: PolicyType;
  /** Leads the names of its policies, and is its own: `root`, `workloads-resources`. */
  readonly name: string;
  readonly room: Room;
  /** What each control that is attached there denies, before it is merged with others. */
  readonly own: readonly CompiledStatement[];
  readonly documents: readonly PackedDocument[];
  /** Statements that no document takes, and that have no list of actions to be cut at. */
  readonly tooLong: readonly CompiledStatement[];
}

export interface PackedDocument {
  /** By which it is named: it keeps it when a document of a lower number has nothing left. */
  readonly number: number;
  /** Keys of the units that are in it. */
  readonly units: readonly string[];
  readonly statements: readonly CompiledStatement[];
}
