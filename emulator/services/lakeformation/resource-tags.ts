import { notImplemented } from '../../toolkit/errors';
import type { Call, Json, Route } from '../../toolkit/untyped';
import { columnsOf, demandColumns, demandDatabase } from './catalog';
import { type LakeState, route } from './state';
import { lower } from './tags';

/** LF-tags on databases, tables and columns. */
export function resourceTagRoutes(state: LakeState): Route[] {
  return [
    route('AddLFTagsToResource', async (call) => {
      state.demandAdministrator(call);
      const targets = await targetsOf(state, call);
      return eachTag(call, ({ key, value }) => {
        if (!state.tags.get(call.account, call.region, key)?.has(value)) return false;
        for (const { name } of targets) assignedTo(state, call, name).set(key, value);
        return true;
      });
    }),
    route('RemoveLFTagsFromResource', async (call) => {
      state.demandAdministrator(call);
      const targets = await targetsOf(state, call);
      return eachTag(call, ({ key }) => targets.every(({ name }) => assignedTo(state, call, name).delete(key)));
    }),
    route('GetResourceLFTags', async (call) => {
      if (!call.input.ShowAssignedLFTags)
        throw notImplemented('lakeformation', 'GetResourceLFTags with inherited tags');
      const shown = (await targetsOf(state, call)).map(({ kind, name, column }) => {
        const tags = [...assignedTo(state, call, name)];
        const LFTags = tags.map(([TagKey, value]) => ({ CatalogId: call.account, TagKey, TagValues: [value] }));
        return { kind, column, LFTags };
      });
      const [first] = shown;
      if (first?.kind === 'Database') return { LFTagOnDatabase: first.LFTags };
      if (first?.kind === 'Table') return { LFTagsOnTable: first.LFTags };
      return {
        LFTagsOnColumns: shown
          .filter(({ LFTags }) => LFTags.length > 0)
          .map(({ column, LFTags }) => ({ Name: column, LFTags })),
      };
    }),
  ];
}

interface Target {
  readonly kind: string;
  readonly name: string;
  readonly column?: string;
}

async function targetsOf(state: LakeState, call: Call): Promise<Target[]> {
  const { Database, Table, TableWithColumns }: Json = call.input.Resource ?? {};
  if (Database) {
    await demandDatabase(state, call, Database.Name);
    return [{ kind: 'Database', name: Database.Name }];
  }
  const { DatabaseName, Name, ColumnNames } = Table ?? TableWithColumns ?? {};
  if (!Name || (TableWithColumns && !ColumnNames)) throw notImplemented('lakeformation', 'LF-tags on a wildcard');
  const columns = await columnsOf(state, call, DatabaseName, Name);
  if (Table) return [{ kind: 'Table', name: `${DatabaseName}.${Name}` }];
  demandColumns(columns, ColumnNames);
  return ColumnNames.map((column: string) => ({ kind: 'Column', name: `${DatabaseName}.${Name}.${column}`, column }));
}

function assignedTo({ assigned }: LakeState, { account, region }: Call, name: string): Map<string, string> {
  return assigned.get(account, region, name) ?? assigned.set(new Map(), account, region, name);
}

/** What fails is told in the answer, which is a success all the same. */
function eachTag({ input }: Call, change: (tag: { key: string; value: string }) => boolean): Json {
  const failed = (input.LFTags ?? []).filter(
    ({ TagKey, TagValues }: Json) => !change({ key: lower(TagKey), value: lower(TagValues[0]) }),
  );
  const unknown = { ErrorCode: 'EntityNotFoundException', ErrorMessage: 'Tag or tag value does not exist.' };
  return { Failures: failed.map((LFTag: Json) => ({ LFTag, Error: unknown })) };
}
