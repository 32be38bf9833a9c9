import type { LFTagError, LFTagPair, Resource } from '@aws-sdk/client-lakeformation';
import type { Scope } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import type { LakeOperations, Output, Shape } from './api';
import { columnsOf, demandColumns, demandDatabase } from './catalog';
import type { LakeState } from './state';
import { lower } from './tags';

/** LF-tags put on databases, tables and columns, and taken away. */
export const resourceTagOperations = (state: LakeState): LakeOperations => ({
  AddLFTagsToResource: async (call) => {
    const targets = await targetsOf(state, call, call.input.Resource);
    return eachTag(call.input.LFTags, (key, value) => {
      if (!state.tags.get(call.account, call.region, key)?.has(value)) return false;
      for (const { name } of targets) assignedTo(state, call, name).set(key, value);
      return true;
    });
  },
  RemoveLFTagsFromResource: async (call) => {
    const targets = await targetsOf(state, call, call.input.Resource);
    return eachTag(call.input.LFTags, (key) => targets.every(({ name }) => assignedTo(state, call, name).delete(key)));
  },
});

/** LF-tags of a database, a table or columns as they are read. */
export const resourceTagReads = (state: LakeState): LakeOperations => ({
  GetResourceLFTags: async (call) => {
    if (!call.input.ShowAssignedLFTags) throw notImplemented('lakeformation', 'GetResourceLFTags with inherited tags');
    const targets = await targetsOf(state, call, call.input.Resource);
    return shown(targets.map((target) => ({ ...target, LFTags: pairsOf(state, call, target) })));
  },
});

interface Target {
  readonly kind: 'Database' | 'Table' | 'Column';
  readonly name: string;
  readonly column?: string;
}

async function targetsOf(state: LakeState, scope: Scope, resource: Shape<Resource> = {}): Promise<readonly Target[]> {
  const { Database, Table, TableWithColumns } = resource;
  if (Database) {
    const { Name: name = '' } = Database;
    await demandDatabase(state, scope, name);
    return [{ kind: 'Database', name }];
  }
  const place = Table ?? TableWithColumns;
  const names = TableWithColumns?.ColumnNames;
  if (!place?.Name || (TableWithColumns && !names)) throw notImplemented('lakeformation', 'LF-tags on a wildcard');
  const columns = await columnsOf(state, scope, place.DatabaseName, place.Name);
  const name = `${place.DatabaseName}.${place.Name}`;
  if (Table || !names) return [{ kind: 'Table', name }];
  demandColumns(columns, names);
  return names.map((column) => ({ kind: 'Column', name: `${name}.${column}`, column }));
}

const assignedTo = ({ assigned }: LakeState, { account, region }: Scope, name: string): Map<string, string> =>
  assigned.get(account, region, name) ?? assigned.set(new Map(), account, region, name);

const pairsOf = (state: LakeState, scope: Scope, { name }: Target): readonly Shape<LFTagPair>[] =>
  [...assignedTo(state, scope, name)].map(([TagKey, value]) => ({
    CatalogId: scope.account,
    TagKey,
    TagValues: [value],
  }));

function shown(
  targets: readonly (Target & { readonly LFTags: readonly Shape<LFTagPair>[] })[],
): Output<'GetResourceLFTags'> {
  const [first] = targets;
  if (first?.kind === 'Database') return { LFTagOnDatabase: first.LFTags };
  if (first?.kind === 'Table') return { LFTagsOnTable: first.LFTags };
  const tagged = targets.filter(({ LFTags }) => LFTags.length > 0);
  return { LFTagsOnColumns: tagged.map(({ column, LFTags }) => ({ Name: column, LFTags })) };
}

/** What fails is told in the answer, which is a success all the same. */
function eachTag(
  tags: readonly Shape<LFTagPair>[] = [],
  change: (key: string, value: string) => boolean,
): { readonly Failures: readonly Shape<LFTagError>[] } {
  const failed = tags.filter(({ TagKey, TagValues }) => !change(lower(TagKey), lower(TagValues?.[0])));
  const unknown = { ErrorCode: 'EntityNotFoundException', ErrorMessage: 'Tag or tag value does not exist.' };
  return { Failures: failed.map((LFTag) => ({ LFTag, Error: unknown })) };
}
