/** A reference to a record, as JSON:API writes one. */
export interface Reference {
  readonly type: Type;
  readonly id: string;
}

/** What a record is linked to, by the name of the relation. */
export type Relations = Record<string, Reference | readonly Reference[] | null>;

/** Attributes of a record under the names of the API. */
export type Attributes = Record<string, unknown>;

/** One thing that the API shows: what it answers is what is kept, but for secrets and what depends on the asker. */
export interface Resource<T extends Type = Type> extends Reference {
  readonly type: T;
  readonly attributes: Attributes & (T extends keyof Known ? Known[T] : unknown);
  readonly relations: Relations;
}

/** Attributes by which the double itself decides something, by type. */
interface Known {
  organizations: { name: string; 'default-execution-mode': ExecutionMode };
  projects: { name: string; 'default-execution-mode': ExecutionMode | null };
  workspaces: WorkspaceAttributes;
  'state-versions': { serial: number; lineage: string | null; md5: string; status: StateVersionStatus };
  'state-version-outputs': { name: string; value: unknown; sensitive: boolean };
  'workspace-outputs': Known['state-version-outputs'];
  vars: { key: string; value: string | null; category: 'terraform' | 'env'; hcl: boolean; sensitive: boolean };
  varsets: { name: string; global: boolean; priority: boolean };
  teams: { name: string; 'organization-access': Record<string, boolean> };
  'team-projects': { access: string; 'workspace-access': Attributes | undefined };
  'notification-configurations': NotificationAttributes;
  'configuration-versions': { status: 'pending' | 'uploaded' | 'errored' | 'archived'; speculative: boolean };
  runs: RunAttributes;
  plans: { status: string; 'has-changes': boolean };
  applies: { status: string };
}

/** Where Terraform runs. */
export type ExecutionMode = 'remote' | 'local' | 'agent';

type StateVersionStatus = 'pending' | 'finalized' | 'discarded';

interface WorkspaceAttributes {
  name: string;
  'execution-mode': ExecutionMode;
  'terraform-version': string;
  'working-directory': string;
  'auto-apply': boolean;
  'auto-apply-run-trigger': boolean;
  'allow-destroy-plan': boolean;
  'global-remote-state': boolean;
  'structured-run-output-enabled': boolean;
  'setting-overwrites': { 'execution-mode': boolean; 'agent-pool': boolean };
  'resource-count': number;
  locked: boolean;
}

interface NotificationAttributes {
  enabled: boolean;
  'destination-type': string;
  triggers: readonly string[];
  url: string | null;
}

/** What a run is doing. Source: HCP Terraform docs, "Run States". */
export type RunStatus =
  | 'pending'
  | 'plan_queued'
  | 'planning'
  | 'planned'
  | 'planned_and_finished'
  | 'planned_and_saved'
  | 'confirmed'
  | 'apply_queued'
  | 'applying'
  | 'applied'
  | 'errored'
  | 'canceled'
  | 'force_canceled'
  | 'discarded';

interface RunAttributes {
  status: RunStatus;
  'plan-only': boolean;
  'save-plan': boolean;
  'auto-apply': boolean;
  'is-destroy': boolean;
  'allow-empty-apply': boolean;
  'has-changes': boolean;
  'canceled-at': string | null;
}

/** The types of records that the double keeps. */
export type Type =
  | keyof Known
  | 'policies'
  | 'policy-sets'
  | 'agent-pools'
  | 'run-triggers'
  | 'users'
  | 'tag-bindings'
  | 'effective-tag-bindings'
  | 'entitlement-sets'
  | 'subscriptions'
  | 'authentication-tokens'
  | 'organization-capacity';

/** Everything that is kept, by type and id, oldest first. */
export class Records {
  private readonly byType = new Map<Type, Map<string, Resource>>();

  add<T extends Type>(resource: Resource<T>): Resource<T> {
    const all = this.byType.get(resource.type) ?? new Map<string, Resource>();
    this.byType.set(resource.type, all.set(resource.id, resource as unknown as Resource));
    return resource;
  }

  tryFind<T extends Type>(type: T, id: string | undefined): Resource<T> | undefined {
    return id === undefined ? undefined : (this.byType.get(type)?.get(id) as Resource<T> | undefined);
  }

  list<T extends Type>(type: T): readonly Resource<T>[] {
    return [...(this.byType.get(type)?.values() ?? [])] as unknown as Resource<T>[];
  }

  delete({ type, id }: Reference): void {
    this.byType.get(type)?.delete(id);
  }
}

/** A reference to a record. */
export const referTo = ({ type, id }: Reference): Reference => ({ type, id });

/** The record that a relation to one of them names; undefined where it names none. */
export function related<T extends Type>(
  records: Records,
  { relations }: Pick<Resource, 'relations'>,
  name: string,
  type: T,
): Resource<T> | undefined {
  const reference = relations[name];
  return reference && !isList(reference) ? records.tryFind(type, reference.id) : undefined;
}

/** The references of a relation to many. */
export function referencesOf({ relations }: Pick<Resource, 'relations'>, name: string): readonly Reference[] {
  const found = relations[name];
  return found ? [found].flat() : [];
}

/** Whether a relation of a record has a reference to another one. */
export const refersTo = (resource: Pick<Resource, 'relations'>, name: string, id: string | undefined): boolean =>
  referencesOf(resource, name).some((reference) => reference.id === id);

const isList = (value: Reference | readonly Reference[]): value is readonly Reference[] => Array.isArray(value);
