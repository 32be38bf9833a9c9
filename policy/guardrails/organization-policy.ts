import type { Target } from '../../schema/organization-tree';
import type { Statement } from '../iam/statement';

/** The types of policies that controls write as statements, in the order in which they are reported. */
export const policyTypes = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const;

export type PolicyType = (typeof policyTypes)[number];

/** The types of policies that declare how services are set. */
export const declarativePolicyTypes = [
  'AISERVICES_OPT_OUT_POLICY',
  'CHATBOT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'TAG_POLICY',
] as const;

export type DeclarativePolicyType = (typeof declarativePolicyTypes)[number];

/** The types of policies that settings attach to OUs and accounts. */
export type PlacedPolicyType = 'TAG_POLICY' | 'BACKUP_POLICY' | 'BEDROCK_POLICY';

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
  /** Ids, sorted. More than one where statements of several controls were merged. */
  readonly controls: readonly string[];
  /** Of several controls, by id: the actions that each asks for, as it writes them. @default - all actions of the statement */
  readonly actionsOf?: Readonly<Record<string, readonly string[]>>;
}

/** A policy of the organization and where it is attached. */
export interface AttachedPolicy {
  readonly type: PolicyType | DeclarativePolicyType | PlacedPolicyType;
  /** Its address, and its name in Organizations without the landing zone's prefix: `workloads-1`, `root-resources-1`, `tags`. */
  readonly name: string;
  /** The name in Organizations where an OU was renamed, again without the prefix. @default - as its address */
  readonly title?: string;
  /** The address that it had before it was renamed. @default - it has the address that it always had */
  readonly formerly?: string | undefined;
  readonly description: string;
  /** Where it is attached: one node, or the accounts with some tags. */
  readonly targets: readonly Target[];
  /** The document, without white space. Holds markers in place of what only AWS knows: `organizationIdMarker`, and guardrails. */
  readonly content: string;
  /**
   * Name of the policy that has to be in force before this one changes: what leaves a document moves to one of a higher number.
   *
   * @default - none: no document of the same node has a higher number
   */
  readonly after?: string;
}

/** A service or resource control policy with the statements that its document is made of. */
export interface OrganizationPolicy extends AttachedPolicy {
  readonly type: PolicyType;
  readonly statements: readonly CompiledStatement[];
}
