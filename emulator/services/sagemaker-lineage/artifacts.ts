import type { ArtifactSummary } from '@aws-sdk/client-sagemaker';
import type { Input, SageMakerCall, SageMakerOperations, Shape } from '../sagemaker/api';
import { createEntity, deleteEntity, listEntities, renameEntity, tryFindBySource, updateEntity } from './entities';
import type { NewEntity } from './entity-input';
import { listPaging, mustKnow, pageOf } from './paging';
import type { Entity, LineageState } from './state';

/** Artifacts: data, models and whatever else has a URI. */
export const artifactOperations = (state: LineageState): SageMakerOperations => ({
  CreateArtifact: (call) => ({ ArtifactArn: createEntity(state, call, 'Artifact', wish(call.input)).arn }),
  DescribeArtifact: (call) => describe(state.find(call, 'Artifact', call.input.ArtifactArn)),
  UpdateArtifact: (call) => {
    const { ArtifactArn, ArtifactName, Properties, PropertiesToRemove } = call.input;
    const artifact = state.find(call, 'Artifact', ArtifactArn);
    if (ArtifactName !== undefined) renameEntity(state, call, artifact, ArtifactName);
    return { ArtifactArn: updateEntity(state, artifact, { Properties, PropertiesToRemove }).arn };
  },
  DeleteArtifact: (call) => ({ ArtifactArn: deleteEntity(state, call, findToDelete(state, call)).arn }),
  ListArtifacts: (call) => {
    mustKnow(call, ['SourceUri', 'ArtifactType', 'MaxResults', 'NextToken']);
    const { SourceUri: uri, ArtifactType: type } = call.input;
    const { items, token } = pageOf(listEntities(state, call, 'Artifact', { uri, type }), call.input, listPaging);
    return { ArtifactSummaries: items.map(summary), ...token };
  },
});

const wish = (input: Input<'CreateArtifact'>): NewEntity => ({
  name: input.ArtifactName,
  type: input.ArtifactType,
  source: input.Source,
  properties: input.Properties,
  tags: input.Tags,
});

function findToDelete(state: LineageState, call: SageMakerCall<'DeleteArtifact'>): Entity {
  const { ArtifactArn, Source } = call.input;
  if (!Source) return state.find(call, 'Artifact', ArtifactArn);
  return tryFindBySource(state, call, Source.SourceUri) ?? state.find(call, 'Artifact', Source.SourceUri);
}

const summary = ({ arn, name, type, source, created, modified }: Entity): Shape<ArtifactSummary> => ({
  ArtifactArn: arn,
  ArtifactName: name,
  ArtifactType: type,
  Source: source,
  CreationTime: created,
  LastModifiedTime: modified,
});

const describe = (artifact: Entity) => ({
  ...summary(artifact),
  Properties: artifact.properties,
  CreatedBy: {},
  LastModifiedBy: {},
});
