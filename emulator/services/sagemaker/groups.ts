import type { ModelPackageGroupSummary } from '@aws-sdk/client-sagemaker';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { isObject, type JsonObject, tryParseObject } from '../../toolkit/json';
import type { SageMakerCall, SageMakerOperations, Shape } from './api';
import { invalid } from './errors';
import { entityName, type Group, nameIn, type SageMakerState } from './state';

/** `PolicyString` of the API's model. */
const mostCharacters = 20_480;

/** Model package groups with their resource policies. */
export const groupOperations = (state: SageMakerState): SageMakerOperations => ({
  CreateModelPackageGroup: (call) => create(state, call),
  DescribeModelPackageGroup: (call) => ({
    ...summary(find(state, call, call.input.ModelPackageGroupName)),
    CreatedBy: {},
  }),
  ListModelPackageGroups: ({ account, region }) => ({
    ModelPackageGroupSummaryList: state.groups.list(account, region).map(summary),
  }),
  DeleteModelPackageGroup: (call) => {
    const { arn, name } = find(state, call, call.input.ModelPackageGroupName);
    state.groups.delete(call.account, call.region, name);
    state.tags.delete(arn);
    return {};
  },
  PutModelPackageGroupPolicy: (call) => {
    const group = find(state, call, call.input.ModelPackageGroupName);
    group.policy = checkedPolicy(call.input.ResourcePolicy, group);
    return { ModelPackageGroupArn: group.arn };
  },
  GetModelPackageGroupPolicy: (call) => {
    const { policy, name } = find(state, call, call.input.ModelPackageGroupName);
    if (policy === undefined) throw invalid(`Cannot find Model Package Group Policy for ${name}.`);
    return { ResourcePolicy: policy };
  },
  DeleteModelPackageGroupPolicy: (call) => {
    find(state, call, call.input.ModelPackageGroupName).policy = undefined;
    return {};
  },
});

function create(state: SageMakerState, call: SageMakerCall<'CreateModelPackageGroup'>) {
  const { account, region, input } = call;
  const name = entityName(input.ModelPackageGroupName);
  if (state.groups.get(account, region, name)) throw invalid(`Model Package Group already exists: ${name}`);
  const arn = arnOf('sagemaker', call, `model-package-group/${name}`);
  const created = state.world.clock.seconds();
  const group = { name, arn, description: input.ModelPackageGroupDescription, created, policy: undefined };
  state.groups.set(group, account, region, name);
  state.tags.create(arn, input.Tags);
  return { ModelPackageGroupArn: arn };
}

function find(state: SageMakerState, { account, region }: Scope, nameOrArn: string | undefined): Group {
  const name = nameIn(nameOrArn);
  const group = state.groups.get(account, region, name);
  if (!group) throw invalid(`ModelPackageGroup ${name} does not exist.`);
  return group;
}

function checkedPolicy(text = '', { name, arn }: Group): string {
  if (text.length > mostCharacters)
    throw invalid(
      `Value at 'resourcePolicy' failed to satisfy constraint: Member must have length less than or equal to ${mostCharacters}`,
    );
  const versions = `${arn.replace(':model-package-group/', ':model-package/')}/`;
  for (const { Principal, Resource } of statementsOf(text)) {
    if (Principal === undefined) throw invalid('Invalid resource policy: a statement has no principal.');
    for (const resource of [Resource].flat())
      if (resource !== arn && !String(resource).startsWith(versions))
        throw invalid(`Invalid resource policy: ${resource} does not belong to the model package group ${name}.`);
  }
  return text;
}

function statementsOf(text: string): readonly JsonObject[] {
  const policy = tryParseObject(text);
  if (!policy) throw invalid('Invalid resource policy: it is not valid JSON.');
  const statements = [policy.Statement].flat();
  if (!statements.every(isObject)) throw invalid('Invalid resource policy: a statement is no object.');
  return statements;
}

const summary = ({ name, arn, description, created }: Group): Shape<ModelPackageGroupSummary> => ({
  ModelPackageGroupName: name,
  ModelPackageGroupArn: arn,
  ...(description !== undefined && { ModelPackageGroupDescription: description }),
  ModelPackageGroupStatus: 'Completed',
  CreationTime: created,
});
