import type { ActionStatus } from '@aws-sdk/client-sagemaker';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { invalid } from '../sagemaker/errors';
import { type NewEntity, readDescription, readEntity, readName, readProperties, readStatus } from './entity-input';
import type { Entity, EntityKind, LineageState } from './state';

/**
 * Creates an entity.
 *
 * @throws AwsError where a limit is passed, the name is taken, or an artifact has the URI already: "there can be only one artifact
 * with a unique SourceUri" (SageMaker Developer Guide, "Lineage Tracking Entities")
 */
export function createEntity(state: LineageState, scope: Scope, kind: EntityKind, wish: NewEntity): Entity {
  const entity = readEntity(kind, wish);
  const { name, source } = entity;
  if (name !== undefined) checkIsFree(state, scope, kind, name);
  if (kind === 'Artifact' && tryFindBySource(state, scope, source.SourceUri))
    throw invalid(`An artifact with the source URI ${source.SourceUri} already exists.`);
  const { clock, newId } = state.world;
  const id = kind === 'Artifact' ? newId(32) : name?.toLowerCase();
  const arn = arnOf('sagemaker', scope, `${kind.toLowerCase()}/${id}`);
  return state.add(scope, { ...entity, arn, created: clock.seconds(), modified: clock.seconds() }, wish.tags);
}

/** What an Update call changes. */
interface Changes {
  readonly Properties?: Readonly<Record<string, string>> | undefined;
  readonly PropertiesToRemove?: readonly string[] | undefined;
  readonly Description?: string | undefined;
  readonly Status?: ActionStatus | undefined;
}

/** Changes what the input of an Update call names; Properties replace all that there were. */
export function updateEntity(
  { world }: LineageState,
  entity: Entity,
  { Properties, PropertiesToRemove = [], Description, Status }: Changes,
): Entity {
  const properties = Properties === undefined ? entity.properties : readProperties(entity.kind, Properties);
  const kept = Object.entries(properties).filter(([key]) => !PropertiesToRemove.includes(key));
  entity.properties = Object.fromEntries(kept);
  entity.description = readDescription(Description) ?? entity.description;
  entity.status = readStatus(Status) ?? entity.status;
  entity.modified = world.clock.seconds();
  return entity;
}

/** Gives an entity a name that none of its kind has. */
export function renameEntity(state: LineageState, scope: Scope, entity: Entity, name: string): void {
  if (name === entity.name) return;
  checkIsFree(state, scope, entity.kind, name);
  entity.name = readName(entity.kind, name);
}

/** @throws AwsError while an association begins or ends at the entity */
export function deleteEntity(state: LineageState, scope: Scope, entity: Entity): Entity {
  const { arn, kind } = entity;
  if (state.associations(scope).some(({ source, destination }) => source === arn || destination === arn))
    throw invalid(`${kind} ${arn} has associations; delete them first.`);
  state.delete(scope, entity);
  return entity;
}

/** Finds an entity to change or delete: only Describe takes the ARN of a context or an action in place of its name. */
export function findByName(state: LineageState, scope: Scope, kind: EntityKind, name: string | undefined): Entity {
  const found = state.find(scope, kind, name);
  if (name !== undefined && name !== found.name) readName(kind, name);
  return found;
}

/** The artifact of a source URI, if there is one. */
export const tryFindBySource = (state: LineageState, scope: Scope, uri: string | undefined): Entity | undefined =>
  state.all(scope, 'Artifact').find(({ source }) => source.SourceUri === uri);

/** Those of a kind that a List call asks for: the newest first, because nobody can sort here. */
export const listEntities = (
  state: LineageState,
  scope: Scope,
  kind: EntityKind,
  { uri, type }: { readonly uri: string | undefined; readonly type: string | undefined },
): readonly Entity[] =>
  state
    .all(scope, kind)
    .filter((each) => uri === undefined || each.source.SourceUri === uri)
    .filter((each) => type === undefined || each.type === type)
    .toReversed();

function checkIsFree(state: LineageState, scope: Scope, kind: EntityKind, name: string): void {
  if (state.tryFind(scope, kind, name)) throw invalid(`${kind} names must be unique: ${name} exists.`);
}
