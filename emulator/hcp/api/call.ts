import type { Actor } from '../actors';
import type { Attributes, Reference, Resource, Type } from '../records';
import { invalidRelation, malformed } from './errors';

/** One request after its token and its route were found. */
export interface ApiCall {
  /** Who asks. */
  readonly actor: Actor;
  /** Parts of the path by the name of the route. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

/** What a handler answers: records, which are written as JSON:API; a list gets its page. */
export type Answer =
  | { readonly status: number; readonly resource: Resource }
  | { readonly status: number; readonly list: readonly Resource[] }
  | { readonly status: number; readonly body?: unknown; readonly type?: string; readonly location?: string };

/** Answers one endpoint. */
export type ApiHandler = (call: ApiCall) => Answer | Promise<Answer>;

/** Endpoints by method and path below `/api/v2/`, with `:name` for what varies. */
export type ApiRoutes = Readonly<Record<string, ApiHandler>>;

export const ok = (resource: Resource): Answer => ({ status: 200, resource });
export const created = (resource: Resource): Answer => ({ status: 201, resource });
export const listed = (list: readonly Resource[]): Answer => ({ status: 200, list });
export const accepted: Answer = { status: 202 };
export const noContent: Answer = { status: 204 };

/** The document of a request: attributes and relations of `data`. */
export interface Sent {
  readonly attributes: Attributes;
  readonly relations: Readonly<Record<string, { readonly data?: unknown } | undefined>>;
}

/** Reads what was sent for a record of a type. */
export function sentOf({ body }: Pick<ApiCall, 'body'>, type: Type): Sent {
  const { data } = parse(body) as {
    readonly data?: { type?: unknown; attributes?: Attributes; relationships?: object };
  };
  if (typeof data !== 'object' || data === null) throw malformed('data is missing');
  if (data.type !== type) throw malformed(`data.type is ${JSON.stringify(data.type)}; it must be "${type}"`);
  return { attributes: data.attributes ?? {}, relations: { ...data.relationships } };
}

/** The references in a list, such as the body of a change of a relation. */
export function referencesSent({ body }: Pick<ApiCall, 'body'>, type: Type): readonly Reference[] {
  return readReferences((parse(body) as { readonly data?: unknown }).data, type, 'data');
}

/** The references that a relation was sent with; undefined where it was left out. */
export function relationSent({ relations }: Sent, name: string, type: Type): readonly Reference[] | undefined {
  const sent = relations[name];
  if (sent === undefined) return undefined;
  return sent.data === null ? [] : readReferences([sent.data].flat(), type, name);
}

/** The one reference of a relation that must be there. */
export function requiredRelation(sent: Sent, name: string, type: Type): Reference {
  const [reference] = relationSent(sent, name, type) ?? [];
  if (!reference) throw invalidRelation(name, `${name} must be given`);
  return reference;
}

function readReferences(data: unknown, type: Type, where: string): readonly Reference[] {
  if (!Array.isArray(data)) throw malformed(`${where} must be a list of { type, id }`);
  return data.map((each: Partial<Reference> | null) => {
    if (each?.type !== type || typeof each.id !== 'string')
      throw malformed(`${where} must hold { "type": "${type}", "id": … }`);
    return { type, id: each.id };
  });
}

/** The body of a request that is JSON without JSON:API; empty where there is none. */
export function parse(body: Buffer): object {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The refusal below says it.
  }
  throw malformed('The body of the request is no JSON object.');
}
