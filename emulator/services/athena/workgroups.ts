import type { WorkGroupSummary } from '@aws-sdk/client-athena';
import { tagMap } from '../../toolkit/tags';
import type { AthenaCall, AthenaOperations, Shape } from './api';
import { effectiveEngine, newConfiguration, updatedConfiguration } from './configuration';
import { invalid, sized } from './errors';
import { type AthenaState, primary, type WorkGroup } from './state';

/** Workgroups: who may be asked, where answers go, and what a query may scan. */
export const workgroupOperations = (state: AthenaState): AthenaOperations => ({
  CreateWorkGroup: (call) => create(state, call),
  GetWorkGroup: (call) => {
    const workgroup = state.find(call, call.input.WorkGroup);
    return { WorkGroup: { ...summary(workgroup), Name: workgroup.name, Configuration: workgroup.configuration } };
  },
  ListWorkGroups: (call) => {
    state.find(call, primary);
    return { WorkGroups: state.workgroups.list(call.account, call.region).map(summary) };
  },
  ListEngineVersions: () => ({ EngineVersions: engineVersions }),
  // The catalog of Glue is the one that every account has; others are not made here.
  ListDataCatalogs: () => ({ DataCatalogsSummary: [{ CatalogName: 'AwsDataCatalog', Type: 'GLUE' }] }),
  UpdateWorkGroup: (call) => {
    const workgroup = state.find(call, call.input.WorkGroup);
    const { Description, ConfigurationUpdates, State } = call.input;
    if (ConfigurationUpdates)
      workgroup.configuration = updatedConfiguration(workgroup.configuration, ConfigurationUpdates);
    workgroup.description = Description ?? workgroup.description;
    workgroup.state = State ?? workgroup.state;
    return {};
  },
  DeleteWorkGroup: (call) => remove(state, call),
});

/** Source: Athena User Guide, engine-versions. */
const engineVersions = ['AUTO', effectiveEngine].map((SelectedEngineVersion) => ({
  SelectedEngineVersion,
  EffectiveEngineVersion: effectiveEngine,
}));

function create(state: AthenaState, call: AthenaCall<'CreateWorkGroup'>) {
  const { Name: name = '', Description: description, Configuration, Tags } = call.input;
  if (!/^[a-zA-Z0-9._-]{1,128}$/.test(name)) throw invalid(`'${name}' is no name of a workgroup.`);
  if (name === primary || state.workgroups.get(call.account, call.region, name))
    throw invalid('WorkGroup is already created');
  sized('Description', description, [0, 1024]);
  state.add(call, { name, description, configuration: newConfiguration(Configuration), tags: tagMap(Tags) });
  return {};
}

function remove(state: AthenaState, call: AthenaCall<'DeleteWorkGroup'>) {
  const { account, region, input } = call;
  if (input.WorkGroup === primary) throw invalid('The primary workgroup cannot be deleted.');
  const { name } = state.find(call, input.WorkGroup);
  const queries = state.queriesIn(call, name);
  if (queries.length > 0 && !input.RecursiveDeleteOption) throw invalid(`WorkGroup ${name} is not empty`);
  for (const { id } of queries) state.queries.delete(account, region, id);
  state.workgroups.delete(account, region, name);
  return {};
}

const summary = ({ name, description, state, created }: WorkGroup): Shape<WorkGroupSummary> => ({
  Name: name,
  State: state,
  ...(description !== undefined && { Description: description }),
  CreationTime: created,
});
