import type { ActionSummary } from '@aws-sdk/client-sagemaker';
import type { Input, SageMakerOperations, Shape } from '../sagemaker/api';
import { createEntity, deleteEntity, findByName, listEntities, updateEntity } from './entities';
import type { NewEntity } from './entity-input';
import { listPaging, mustKnow, pageOf } from './paging';
import type { Entity, LineageState } from './state';

/** Actions: what was done with other entities, such as a release. */
export const actionOperations = (state: LineageState): SageMakerOperations => ({
  CreateAction: (call) => ({ ActionArn: createEntity(state, call, 'Action', wish(call.input)).arn }),
  DescribeAction: (call) => describe(state.find(call, 'Action', call.input.ActionName)),
  UpdateAction: (call) => {
    const action = findByName(state, call, 'Action', call.input.ActionName);
    return { ActionArn: updateEntity(state, action, call.input).arn };
  },
  DeleteAction: (call) => {
    const action = findByName(state, call, 'Action', call.input.ActionName);
    return { ActionArn: deleteEntity(state, call, action).arn };
  },
  ListActions: (call) => {
    mustKnow(call, ['SourceUri', 'ActionType', 'MaxResults', 'NextToken']);
    const { SourceUri: uri, ActionType: type } = call.input;
    const { items, token } = pageOf(listEntities(state, call, 'Action', { uri, type }), call.input, listPaging);
    return { ActionSummaries: items.map(summary), ...token };
  },
});

const wish = (input: Input<'CreateAction'>): NewEntity => ({
  name: input.ActionName,
  type: input.ActionType,
  source: input.Source,
  properties: input.Properties,
  description: input.Description,
  status: input.Status,
  tags: input.Tags,
});

const summary = ({ arn, name, type, source, status, created, modified }: Entity): Shape<ActionSummary> => ({
  ActionArn: arn,
  ActionName: name,
  ActionType: type,
  Source: source,
  Status: status,
  CreationTime: created,
  LastModifiedTime: modified,
});

const describe = (action: Entity) => ({
  ...summary(action),
  Description: action.description,
  Properties: action.properties,
  CreatedBy: {},
  LastModifiedBy: {},
});
