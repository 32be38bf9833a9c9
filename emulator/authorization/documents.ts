import type { PolicyDocument, SourcedDocument } from '../../policy/iam/authorize';

/** A policy as IAM or a resource keeps it, parsed once; text that is no JSON stays text, which whoever reads it denies by. */
export function sourced(name: string, text: string): SourcedDocument {
  try {
    return { name, document: JSON.parse(text) as PolicyDocument };
  } catch {
    return { name, document: text };
  }
}
