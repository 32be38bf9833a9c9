import { isDeepStrictEqual } from 'node:util';
import type { StackStatus } from '@aws-sdk/client-cloudformation';
import { arnOf } from '../../toolkit/arn';
import { AwsError, notImplemented } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { CloudFormationCall, CloudFormationOperations, Input } from './api';
import { Deployment } from './deployment';
import { invalid } from './errors';
import { deleted, Stack, type Wish } from './stack';
import type { CloudFormationState } from './state';
import { readTemplate } from './template';

/** Stacks; an operation is over before its call is answered. */
export const stackOperations = (state: CloudFormationState): CloudFormationOperations => ({
  CreateStack: (call) => create(state, call),
  UpdateStack: (call) => update(state, call),
  DeleteStack: (call) => remove(state, call),
  DescribeStacks: (call) => ({ Stacks: described(state, call).map((stack) => stack.describe()) }),
  DescribeStackEvents: (call) => ({ StackEvents: state.find(call, call.input.StackName).events }),
  ListStacks: (call) => ({
    StackSummaries: state.stacks
      .list(call.account, call.region)
      .filter(({ status }) => call.input.StackStatusFilter?.includes(status) ?? true)
      .map((stack) => stack.summary()),
  }),
  ListStackResources: (call) => ({
    StackResourceSummaries: state.find(call, call.input.StackName).resourceSummaries(),
  }),
  DescribeStackResources: (call) => {
    const stack = state.find(call, call.input.StackName);
    const { id: StackId, name: StackName } = stack;
    const described = stack
      .resourceSummaries()
      .map(({ LastUpdatedTimestamp: Timestamp, ...others }) => ({ StackId, StackName, Timestamp, ...others }));
    return {
      StackResources: described.filter(
        ({ LogicalResourceId }) => (call.input.LogicalResourceId ?? LogicalResourceId) === LogicalResourceId,
      ),
    };
  },
  // No template of the types that are known here has an output.
  ListExports: () => ({ Exports: [] }),
  GetTemplate: (call) => ({
    TemplateBody: state.find(call, call.input.StackName).wish.body,
    StagesAvailable: ['Original'],
  }),
});

/** One stack by name or id, or without a name all that are there. */
const described = (state: CloudFormationState, call: CloudFormationCall<'DescribeStacks'>): readonly Stack[] =>
  call.input.StackName === undefined ? state.listIn(call) : [state.find(call, call.input.StackName)];

const settled: readonly StackStatus[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

async function create(state: CloudFormationState, call: CloudFormationCall<'CreateStack'>) {
  const { account, region, input } = call;
  const { StackName: name = '', ClientRequestToken: token, OnFailure = 'ROLLBACK' } = input;
  if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name))
    throw invalid(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  if (state.tryFind(call, name)) throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
  const wish = wishOf(input);
  const declarations = readTemplate(wish.body, wish.parameters, Object.keys(state.parts.types));
  const id = arnOf('cloudformation', call, `stack/${name}/${state.world.newId(32)}`);
  const stack = new Stack(id, name, { account, region }, wish, state.world.clock);
  state.stacks.set(stack, account, region, id);
  stack.become('CREATE_IN_PROGRESS', token);
  const deployment = new Deployment(state.parts, stack, token);
  const refusal = await tryRefusal(() => deployment.reach(declarations, wish.tags));
  if (refusal !== undefined) await deployment.rollBack();
  const failed = OnFailure === 'DELETE' ? deleted : 'ROLLBACK_COMPLETE';
  stack.become(refusal === undefined ? 'CREATE_COMPLETE' : failed, token, refusal);
  return { StackId: id };
}

async function update(state: CloudFormationState, call: CloudFormationCall<'UpdateStack'>) {
  const stack = state.find(call, call.input.StackName);
  const { ClientRequestToken: token } = call.input;
  if (!settled.includes(stack.status))
    throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  const wish = wishOf(call.input, stack.wish.body);
  if (isDeepStrictEqual(wish, stack.wish)) throw invalid('No updates are to be performed.');
  const declarations = readTemplate(wish.body, wish.parameters, Object.keys(state.parts.types));
  stack.become('UPDATE_IN_PROGRESS', token);
  const deployment = new Deployment(state.parts, stack, token);
  const refusal = await tryRefusal(() => deployment.reach(declarations, wish.tags));
  if (refusal === undefined) {
    stack.wish = wish;
    // What cannot be deleted after an update is left behind without a word.
    await tryRefusal(() => deployment.clean());
  } else await deployment.rollBack();
  stack.become(refusal === undefined ? 'UPDATE_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE', token, refusal);
  return { StackId: stack.id };
}

async function remove(state: CloudFormationState, call: CloudFormationCall<'DeleteStack'>) {
  const { StackName, ClientRequestToken: token } = call.input;
  const stack = state.tryFind(call, StackName);
  // A stack that is not there is deleted without a word.
  if (!stack || stack.status === deleted) return {};
  stack.become('DELETE_IN_PROGRESS', token);
  const going = stack.resources.filter(({ retained }) => !retained);
  const refusal = await tryRefusal(() => new Deployment(state.parts, stack, token).remove(going));
  stack.become(refusal === undefined ? deleted : 'DELETE_FAILED', token, refusal);
  return {};
}

function wishOf({ TemplateURL, TemplateBody, Parameters = [], Tags }: Input<'UpdateStack'>, body = ''): Wish {
  if (TemplateURL !== undefined) throw notImplemented('cloudformation', 'TemplateURL');
  return {
    body: TemplateBody ?? body,
    parameters: Object.fromEntries(
      Parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
    ),
    tags: tagMap(Tags),
  };
}

/** Why AWS has refused the work; undefined where it has not. A fault of the emulation is thrown on. */
async function tryRefusal(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof AwsError && error.status < 500) return error.message;
    throw error;
  }
}
