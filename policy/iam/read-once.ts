import { type DocumentKind, type PolicyDocument, type ReadStatement, readPolicy } from './policy-document';

const read = new WeakMap<PolicyDocument, Map<DocumentKind, readonly ReadStatement[]>>();

/**
 * Reads a policy document, and one that was parsed already only once: whoever judges thousands of requests hands in the same
 * objects. They must not change meanwhile.
 *
 * @throws Error that says what cannot be read
 */
export function readOnce(document: string | PolicyDocument, kind: DocumentKind): readonly ReadStatement[] {
  // Whatever is no object cannot be read, which readPolicy says.
  if (typeof document !== 'object' || document === null) return readPolicy(document, kind);
  const kinds = read.get(document) ?? new Map<DocumentKind, readonly ReadStatement[]>();
  read.set(document, kinds);
  const statements = kinds.get(kind) ?? readPolicy(document, kind);
  kinds.set(kind, statements);
  return statements;
}
