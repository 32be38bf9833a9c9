import type { OrganizationPolicy, PolicyStatement, PolicyType } from '../../policy/guardrails/organization-policy';
import type { Elements } from '../../policy/iam/statement-test';
import { root, type Target } from '../../schema/organization-tree';

/** A policy made by hand. */
export interface MadePolicy {
  /** @default 'SERVICE_CONTROL_POLICY' */
  readonly type?: PolicyType;
  /** @default - the root */
  readonly at?: Target;
  /** @default 'made' */
  readonly name?: string;
  /** @default 'Deny' */
  readonly effect?: PolicyStatement['Effect'];
  /** Ids of the controls that each statement keeps. */
  readonly controls?: readonly string[];
}

/** A policy of these statements. */
export function policyOf(
  statements: readonly Elements[],
  { type = 'SERVICE_CONTROL_POLICY', at = root, name = 'made', effect = 'Deny', controls = [name] }: MadePolicy = {},
): OrganizationPolicy {
  const full = statements.map((statement): PolicyStatement => ({ Effect: effect, Resource: '*', ...statement }));
  return {
    type,
    name,
    description: 'Made by a test',
    targets: [at],
    statements: full.map((statement) => ({ statement, controls })),
    content: JSON.stringify({ Version: '2012-10-17', Statement: full }),
  };
}

export const unitAt = (name: string): Target => ({ kind: 'organizational unit', name });
export const accountAt = (name: string): Target => ({ kind: 'account', name });
