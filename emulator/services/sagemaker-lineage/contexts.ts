import type { ContextSummary } from '@aws-sdk/client-sagemaker';
import type { Input, SageMakerOperations, Shape } from '../sagemaker/api';
import { createEntity, deleteEntity, findByName, listEntities, updateEntity } from './entities';
import type { NewEntity } from './entity-input';
import { listPaging, mustKnow, pageOf } from './paging';
import type { Entity, LineageState } from './state';

/** Contexts: what other entities belong to, such as an endpoint or a project. */
export const contextOperations = (state: LineageState): SageMakerOperations => ({
  CreateContext: (call) => ({ ContextArn: createEntity(state, call, 'Context', wish(call.input)).arn }),
  DescribeContext: (call) => describe(state.find(call, 'Context', call.input.ContextName)),
  UpdateContext: (call) => {
    const context = findByName(state, call, 'Context', call.input.ContextName);
    return { ContextArn: updateEntity(state, context, call.input).arn };
  },
  DeleteContext: (call) => {
    const context = findByName(state, call, 'Context', call.input.ContextName);
    return { ContextArn: deleteEntity(state, call, context).arn };
  },
  ListContexts: (call) => {
    mustKnow(call, ['SourceUri', 'ContextType', 'MaxResults', 'NextToken']);
    const { SourceUri: uri, ContextType: type } = call.input;
    const { items, token } = pageOf(listEntities(state, call, 'Context', { uri, type }), call.input, listPaging);
    return { ContextSummaries: items.map(summary), ...token };
  },
});

const wish = (input: Input<'CreateContext'>): NewEntity => ({
  name: input.ContextName,
  type: input.ContextType,
  source: input.Source,
  properties: input.Properties,
  description: input.Description,
  tags: input.Tags,
});

const summary = ({ arn, name, type, source, created, modified }: Entity): Shape<ContextSummary> => ({
  ContextArn: arn,
  ContextName: name,
  ContextType: type,
  Source: source,
  CreationTime: created,
  LastModifiedTime: modified,
});

const describe = (context: Entity) => ({
  ...summary(context),
  Description: context.description,
  Properties: context.properties,
  CreatedBy: {},
  LastModifiedBy: {},
});
