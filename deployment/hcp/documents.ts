/** A resource of JSON:API as far as it is read here. */
export interface Resource<A extends object = Readonly<Record<string, unknown>>> extends Related {
  readonly id: string;
  readonly type: string;
  readonly attributes: A;
}

/** What is linked to others, by the name of the relation. */
interface Related {
  readonly relationships?: Readonly<Record<string, Relationship | undefined>>;
}

interface Reference {
  readonly id: string;
  readonly type: string;
}

interface Relationship {
  readonly data?: Reference | readonly Reference[] | null;
}

/** A document of JSON:API about one thing. */
export interface Document<A extends object = Readonly<Record<string, unknown>>> {
  readonly data: Resource<A>;
  readonly included?: readonly Resource[];
}

/** One page of a list. */
export interface Page<A extends object> {
  readonly data: readonly Resource<A>[];
  readonly included?: readonly Resource[];
  readonly meta?: { readonly pagination?: { readonly 'next-page'?: number | null } };
}

/** The id of what a resource relates to, by name; undefined where there is none. */
export function relatedId({ relationships }: Related, name: string): string | undefined {
  const data = relationships?.[name]?.data;
  return data && !Array.isArray(data) ? (data as Reference).id : undefined;
}

/** What a resource relates to, of what came with it. */
export const includedOf = (resource: Related, name: string, included: readonly Resource[] = []): Resource | undefined =>
  included.find(({ id }) => id === relatedId(resource, name));
