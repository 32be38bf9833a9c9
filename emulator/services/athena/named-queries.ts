import type { Call, Handler, Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { type AthenaState, checkLength, invalid, type NamedQuery, primary } from './state';

/** Saved queries, each in a workgroup that has to be there. Nothing runs them: there is no SQL engine here. */
export function namedQueryOperations(state: AthenaState, newId: World['newId']): Record<string, Handler> {
  const find = ({ account, region, input }: Call): NamedQuery => {
    const query = state.queries.get(account, region, input.NamedQueryId);
    if (!query) throw invalid(`NamedQuery ${input.NamedQueryId} does not exist.`);
    return query;
  };
  return {
    CreateNamedQuery: ({ account, region, input }) => {
      const { Name: name, Description: description, Database: database, QueryString: sql, WorkGroup = primary } = input;
      state.find(account, region, WorkGroup);
      checkLength('Name', name, [1, 128]);
      checkLength('Description', description ?? '', [0, 1024]);
      checkLength('Database', database, [1, 255]);
      checkLength('QueryString', sql, [1, 262_144]);
      const id = [8, 4, 4, 4, 12].map(newId).join('-');
      state.queries.set({ id, workgroup: WorkGroup, name, description, database, sql }, account, region, id);
      return { NamedQueryId: id };
    },
    GetNamedQuery: (call) => ({ NamedQuery: described(find(call)) }),
    ListNamedQueries: ({ account, region, input: { WorkGroup = primary } }) => {
      state.find(account, region, WorkGroup);
      return { NamedQueryIds: state.queriesIn(account, region, WorkGroup).map(({ id }) => id) };
    },
    DeleteNamedQuery: (call) => {
      state.queries.delete(call.account, call.region, find(call).id);
      return {};
    },
  };
}

const described = ({ id, workgroup, name, description, database, sql }: NamedQuery): Json => ({
  NamedQueryId: id,
  WorkGroup: workgroup,
  Name: name,
  ...(description !== undefined && { Description: description }),
  Database: database,
  QueryString: sql,
});
