import type { Target } from '../../../schema/organization-tree';
import type { CompiledStatement, PolicyType } from '../organization-policy';
import type { Room } from './room';

/** The policies of one type at a node, or at accounts that are alike, whether they have room there or not. */
export interface PackedNode {
  readonly type: PolicyType;
  readonly targets: readonly Target[];
  readonly room: Room;
  /** What each control that is attached there denies, before it is merged with others. */
  readonly own: readonly CompiledStatement[];
  /** The statements of each document. */
  readonly documents: readonly (readonly CompiledStatement[])[];
  /** Statements that no document takes, and that have no list of actions to be cut at. */
  readonly tooLong: readonly CompiledStatement[];
}
