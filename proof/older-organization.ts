import type { PolicyType } from '../policy/guardrails/organization-policy';
import type { Elements } from '../policy/iam/statement-test';

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

/** The policies of an organization as they were, and whom they bound. */
export interface OlderOrganization {
  readonly statements: readonly AttachedStatement[];
  /** By `addressOf` each account: the addresses of the nodes whose policies bound it. */
  readonly accounts: ReadonlyMap<string, readonly string[]>;
}

/** The policies of an organization as they are to be, and whom they bind. */
export interface NewerOrganization {
  readonly statements: readonly Pick<AttachedStatement, 'type' | 'node' | 'statement'>[];
  /** By `addressOf` each node and each account: the addresses of the nodes whose policies bind it, itself among them. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
}
