import type { Target } from '../../schema/organization-tree';
import type { Statement } from '../iam/statement';

export const policyTypes = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

export type PolicyType = (typeof policyTypes)[number];

/** A statement of a service or resource control policy. */
export interface PolicyStatement extends Omit<Statement, 'Sid' | 'Principal'> {
  /** Names the control. None where the statement keeps several: it would name only one of them. */
  readonly Sid?: string;
  /** Everybody, in a resource control policy. A service control policy has none. */
  readonly Principal?: '*';
}

/** A statement of a compiled policy, with the controls that it keeps. */
export interface CompiledStatement {
  readonly statement: PolicyStatement;
  /**
   * Ids, sorted. More than one where statements of several controls were merged, or where a control further down the tree asks for
   * what is denied here already.
   */
  readonly controls: readonly string[];
  /** Of several controls, by id: the actions that each asks for, as it writes them. @default - all actions of the statement */
  readonly actionsOf?: Readonly<Record<string, readonly string[]>>;
}

/** A service or resource control policy and where it is attached. */
export interface OrganizationPolicy {
  readonly type: PolicyType;
  /** Name in Organizations, without the landing zone's prefix: `workloads-1`, `root-resources-1`. */
  readonly name: string;
  readonly description: string;
  /** Where it is attached; more than one where nodes need the same document. */
  readonly targets: readonly Target[];
  readonly statements: readonly CompiledStatement[];
  /** The document, without white space. Holds `organizationIdMarker` in place of the organization's id. */
  readonly content: string;
}
