import type { BadReference } from './reference';

/** What SageMaker has, or lacks, for a reference. */
export type Located =
  | { readonly state: 'found'; readonly arn: string }
  /** There is such a thing, and no lineage of it yet: these are the members of its Create call. */
  | { readonly state: 'artifact to be'; readonly create: NewArtifact }
  | { readonly state: 'context to be'; readonly create: NewContext }
  | ({ readonly state: 'unknown' } & BadReference);

/** An artifact as it is created. */
export interface NewArtifact {
  readonly ArtifactName?: string;
  readonly ArtifactType: string;
  readonly Source: { readonly SourceUri: string };
  readonly Properties?: Record<string, string>;
}

/** A context as it is created. */
interface NewContext {
  readonly ContextName: string;
  readonly ContextType: string;
  readonly Source: { readonly SourceUri: string };
}
