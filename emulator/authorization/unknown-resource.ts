import type { Policies, PolicyDocument, SourcedDocument } from '../../policy/iam/authorize';
import { patternsOverlap } from '../../policy/iam/patterns-overlap';

type Statement = PolicyDocument['Statement'] extends infer S ? (S extends readonly (infer One)[] ? One : never) : never;

/**
 * The same policies for a resource of which only a pattern is known: a Deny whose `Resource` may be about it is about it. An Allow
 * stays as it is, so it has to cover all that the resource may be.
 */
export function policiesOfUnknown(policies: Policies, pattern: string): Policies {
  const widened = (documents: readonly SourcedDocument[]): readonly SourcedDocument[] =>
    documents.map(({ name, document }) => ({ name, document: withWideDenies(document, pattern) }));
  const { identity, boundary, session, resource, scps, rcps } = policies;
  return {
    ...(identity && { identity: widened(identity) }),
    ...(boundary && { boundary: widened([boundary])[0] }),
    ...(session && { session: widened(session) }),
    ...(resource && { resource: widened(resource) }),
    ...(scps && { scps: scps.map(widened) }),
    ...(rcps && { rcps: rcps.map(widened) }),
  };
}

function withWideDenies(document: string | PolicyDocument, pattern: string): string | PolicyDocument {
  // What is still text could not be parsed; whoever reads it denies.
  if (typeof document === 'string') return document;
  const statements = [document.Statement].flat() as readonly Statement[];
  if (!statements.some((statement) => mayDeny(statement, pattern))) return document;
  const widened = statements.map((statement) =>
    mayDeny(statement, pattern) ? { ...statement, Resource: '*' } : statement,
  );
  return { ...document, Statement: widened };
}

const mayDeny = ({ Effect, Resource }: Statement, pattern: string): boolean =>
  Effect === 'Deny' &&
  Resource !== undefined &&
  [Resource].flat().some((each) => patternsOverlap(each.replace(/\$\{[^}]*\}/g, '*'), pattern));
