import type { Handler, Json } from '../../toolkit/untyped';
import { newConfiguration, updatedConfiguration } from './configuration';
import { type AthenaState, checkLength, invalid, primary, type WorkGroup } from './state';

const created = 1_735_689_600;

/** Workgroups: who may be asked, where answers go, and what a query may scan. */
export const workgroupOperations = (state: AthenaState): Record<string, Handler> => ({
  CreateWorkGroup: ({ account, region, input }) => {
    const { Name: name, Description: description, Configuration, Tags = [] } = input;
    if (!/^[a-zA-Z0-9._-]{1,128}$/.test(name)) throw invalid(`'${name}' is no name of a workgroup.`);
    if (name === primary || state.workgroups.get(account, region, name)) throw invalid('WorkGroup is already created');
    checkLength('Description', description ?? '', [0, 1024]);
    const tags = new Map<string, string>(Tags.map(({ Key, Value }: Json) => [Key, Value]));
    state.add(account, region, { name, description, configuration: newConfiguration(Configuration), tags });
    return {};
  },
  GetWorkGroup: ({ account, region, input }) => {
    const workgroup = state.find(account, region, input.WorkGroup);
    return { WorkGroup: { ...summary(workgroup), Configuration: workgroup.configuration } };
  },
  ListWorkGroups: ({ account, region }) => {
    state.find(account, region, primary);
    return { WorkGroups: state.workgroups.list(account, region).map(summary) };
  },
  UpdateWorkGroup: ({ account, region, input }) => {
    const workgroup = state.find(account, region, input.WorkGroup);
    const { Description: description, ConfigurationUpdates: updates, State } = input;
    if (updates) workgroup.configuration = updatedConfiguration(workgroup.configuration, updates);
    if (description !== undefined) workgroup.description = description;
    if (State !== undefined) workgroup.state = State;
    return {};
  },
  DeleteWorkGroup: ({ account, region, input }) => {
    const { WorkGroup: name, RecursiveDeleteOption: recursive } = input;
    if (name === primary) throw invalid('The primary workgroup cannot be deleted.');
    state.find(account, region, name);
    const queries = state.queriesIn(account, region, name);
    if (queries.length > 0 && !recursive) throw invalid(`WorkGroup ${name} is not empty`);
    for (const { id } of queries) state.queries.delete(account, region, id);
    state.workgroups.delete(account, region, name);
    return {};
  },
});

/** Tags, which of all things here only workgroups have. */
export function tagOperations(state: AthenaState): Record<string, Handler> {
  const find = ({ account, region, input }: Parameters<Handler>[0]): WorkGroup => {
    const [, name = ''] = /:workgroup\/(.+)$/.exec(input.ResourceARN) ?? [];
    return state.find(account, region, name);
  };
  return {
    ListTagsForResource: (call) => ({ Tags: [...find(call).tags].map(([Key, Value]) => ({ Key, Value })) }),
    TagResource: (call) => {
      for (const { Key, Value } of call.input.Tags) find(call).tags.set(Key, Value);
      return {};
    },
    UntagResource: (call) => {
      for (const key of call.input.TagKeys) find(call).tags.delete(key);
      return {};
    },
  };
}

const summary = ({ name, description, state }: WorkGroup): Json => ({
  Name: name,
  State: state,
  ...(description !== undefined && { Description: description }),
  CreationTime: created,
});
