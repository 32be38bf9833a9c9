import type { NamedQuery as Description } from '@aws-sdk/client-athena';
import type { Scope } from '../../toolkit/call';
import { newUuid } from '../../toolkit/ids';
import type { AthenaCall, AthenaOperations, Shape } from './api';
import { invalid, sized } from './errors';
import { type AthenaState, type NamedQuery, primary } from './state';

/** Saved queries, each in a workgroup that has to be there. Nothing runs them: there is no SQL engine here. */
export const namedQueryOperations = (state: AthenaState): AthenaOperations => ({
  CreateNamedQuery: (call) => ({ NamedQueryId: create(state, call).id }),
  GetNamedQuery: (call) => ({ NamedQuery: describe(find(state, call, call.input.NamedQueryId)) }),
  ListNamedQueries: (call) => {
    const { name } = state.find(call, call.input.WorkGroup ?? primary);
    return { NamedQueryIds: state.queriesIn(call, name).map(({ id }) => id) };
  },
  DeleteNamedQuery: (call) => {
    state.queries.delete(call.account, call.region, find(state, call, call.input.NamedQueryId).id);
    return {};
  },
});

function create(state: AthenaState, call: AthenaCall<'CreateNamedQuery'>): NamedQuery {
  const { account, region, input } = call;
  const { name: workgroup } = state.find(call, input.WorkGroup ?? primary);
  const query: NamedQuery = {
    id: newUuid(state.world.newId),
    workgroup,
    name: sized('Name', input.Name, [1, 128]),
    description: input.Description && sized('Description', input.Description, [0, 1024]),
    database: sized('Database', input.Database, [1, 255]),
    sql: sized('QueryString', input.QueryString, [1, 262_144]),
  };
  return state.queries.set(query, account, region, query.id);
}

function find(state: AthenaState, { account, region }: Scope, id: string | undefined): NamedQuery {
  const query = state.queries.get(account, region, id ?? '');
  if (!query) throw invalid(`NamedQuery ${id} does not exist.`);
  return query;
}

const describe = ({ id, workgroup, name, description, database, sql }: NamedQuery): Shape<Description> => ({
  NamedQueryId: id,
  WorkGroup: workgroup,
  Name: name,
  ...(description !== undefined && { Description: description }),
  Database: database,
  QueryString: sql,
});
