import type { PolicyDocument } from '../policy/iam/authorize';
import { type DocumentKind, readPolicy } from '../policy/iam/policy-document';
import type { Principal } from '../policy/iam/principal';
import { isSpared, principalNames } from '../policy/iam/principal-element';
import type { Elements } from '../policy/iam/statement-test';
import { Undecided } from './undecided';

/** A statement of a policy document as it is written. */
export type PolicyStatementJson = Elements & {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
};

/**
 * The statements of a document, each of which IAM takes.
 *
 * @throws Undecided where the document cannot be read
 */
export function statementsOf(document: PolicyDocument | undefined, kind: DocumentKind): readonly PolicyStatementJson[] {
  if (document === undefined) return [];
  try {
    readPolicy(document, kind);
  } catch (error) {
    throw new Undecided(`the document cannot be read: ${(error as Error).message}`);
  }
  const written = [document.Statement].flat() as readonly PolicyStatementJson[];
  return written.map((statement) => ({ ...statement, Condition: textual(statement.Condition ?? {}) }));
}

/** Numbers and truth values may stand without quotes. */
const textual = (condition: NonNullable<Elements['Condition']>): NonNullable<Elements['Condition']> =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [values].flat().map(String)])),
    ]),
  );

/** Whether a statement speaks of a caller, by its `Principal` alone. */
export function speaksOf({ Principal, NotPrincipal }: PolicyStatementJson, principal: Principal): boolean {
  if (NotPrincipal !== undefined) return !isSpared(principal, principalNames(NotPrincipal)(principal), false);
  return Principal === undefined || principalNames(Principal)(principal).size > 0;
}
