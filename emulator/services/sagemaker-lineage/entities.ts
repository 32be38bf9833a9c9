import type { Call, Handler, Json } from '../../toolkit/untyped';
import { CREATED, invalid } from '../sagemaker/errors';
import { changeable, readEntity, readMembers, readName, readProperties } from './entity-input';
import { mustKnow, pageOf } from './page';
import type { At, Entity, EntityKind, LineageState } from './state';

/** Create, Describe, Update, Delete and List of artifacts, contexts and actions. */
export const entityOperations = (state: LineageState): Record<string, Handler> => ({
  ...operationsOf(state, 'Artifact'),
  ...operationsOf(state, 'Context'),
  ...operationsOf(state, 'Action'),
});

function operationsOf(state: LineageState, kind: EntityKind): Record<string, Handler> {
  const answer = ({ arn }: Entity): Json => ({ [`${kind}Arn`]: arn });
  const find = (call: Call) => state.find(call, kind, call.input[kind === 'Artifact' ? 'ArtifactArn' : `${kind}Name`]);
  /** Only Describe takes the ARN of a context or an action in place of its name. */
  const findToChange = (call: Call) => {
    const found = find(call);
    if (kind !== 'Artifact' && found.name !== call.input[`${kind}Name`]) readName(kind, call.input[`${kind}Name`]);
    return found;
  };
  return {
    [`Create${kind}`]: (call) => answer(createEntity(state, call, kind, call.input)),
    [`Describe${kind}`]: (call) => describeEntity(find(call)),
    [`Update${kind}`]: (call) => answer(updateEntity(state, call, findToChange(call), call.input)),
    [`Delete${kind}`]: (call) => {
      const entity = kind === 'Artifact' && call.input.Source ? bySource(state, call) : findToChange(call);
      deleteEntity(state, call, entity);
      return answer(entity);
    },
    [`List${kind}s`]: (call) => {
      mustKnow(call, ['SourceUri', `${kind}Type`, 'MaxResults', 'NextToken']);
      const { SourceUri, [`${kind}Type`]: type } = call.input;
      const found = state
        .all(call, kind)
        .filter((each) => SourceUri === undefined || each.source.SourceUri === SourceUri)
        .filter((each) => type === undefined || each.type === type);
      // The newest first, unless the caller sorts.
      const { items, next } = pageOf(found.toReversed(), call.input, { most: 100, usual: 10 });
      return { [`${kind}Summaries`]: items.map(summary), ...next };
    },
  };
}

/**
 * Creates an entity from the input of its Create call.
 *
 * @throws AwsError where a limit is passed, the name is taken, or an artifact has the URI already: "there can be only one artifact
 * with a unique SourceUri" (SageMaker Developer Guide, "Lineage Tracking Entities")
 */
function createEntity(state: LineageState, at: At, kind: EntityKind, input: Json): Entity {
  const entity = readEntity(kind, input);
  const { name, source } = entity;
  if (name !== undefined && state.tryFind(at, kind, name))
    throw invalid(`${kind} names must be unique: ${name} exists.`);
  const { SourceUri } = source;
  if (kind === 'Artifact' && state.all(at, kind).some((other) => other.source.SourceUri === SourceUri))
    throw invalid(`An artifact with the source URI ${SourceUri} already exists.`);
  const id = kind === 'Artifact' ? state.world.newId(32) : name?.toLowerCase();
  const arn = `arn:aws:sagemaker:${at.region}:${at.account}:${kind.toLowerCase()}/${id}`;
  return state.add(at, { ...entity, arn }, input.Tags);
}

/** Changes what the input of an Update call names; Properties replace all that there were. */
function updateEntity(state: LineageState, at: At, entity: Entity, input: Json): Entity {
  const { kind } = entity;
  const { ArtifactName, Properties, PropertiesToRemove = [] } = input;
  if (kind === 'Artifact' && ArtifactName !== undefined && ArtifactName !== entity.name) {
    if (state.tryFind(at, kind, ArtifactName)) throw invalid(`${kind} names must be unique: ${ArtifactName} exists.`);
    entity.name = readName(kind, ArtifactName);
  }
  const properties = Properties === undefined ? entity.properties : readProperties(kind, Properties);
  const kept = Object.entries(properties).filter(([key]) => !PropertiesToRemove.includes(key));
  entity.properties = Object.fromEntries(kept);
  if (changeable(kind).length > 0) entity.members = { ...entity.members, ...readMembers(kind, input) };
  return entity;
}

/** @throws AwsError while an association begins or ends at the entity */
function deleteEntity(state: LineageState, at: At, entity: Entity): void {
  const { arn, kind } = entity;
  if (state.associations(at).some(({ source, destination }) => source === arn || destination === arn))
    throw invalid(`${kind} ${arn} has associations; delete them first.`);
  state.delete(at, entity);
}

function bySource(state: LineageState, call: Call): Entity {
  const { SourceUri } = call.input.Source;
  const arn = state.all(call, 'Artifact').find(({ source }) => source.SourceUri === SourceUri)?.arn;
  return state.find(call, 'Artifact', arn ?? SourceUri);
}

const summary = ({ kind, arn, name, type, source, members: { Status } }: Entity): Json => ({
  [`${kind}Arn`]: arn,
  [`${kind}Name`]: name,
  [`${kind}Type`]: type,
  Source: source,
  Status,
  CreationTime: CREATED,
  LastModifiedTime: CREATED,
});

const describeEntity = (entity: Entity): Json => ({
  ...summary(entity),
  ...entity.members,
  Properties: entity.properties,
  CreatedBy: {},
  LastModifiedBy: {},
});
