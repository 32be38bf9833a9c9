import { type Body, blocksIn, type StackJson, textsIn } from '../stack-json';

/** Keys of LF-tags with their values. */
type Tags = ReadonlyMap<string, string>;

/** A column of a table, with the tags that it has by itself, by its table or by its database. */
export interface Column {
  readonly database: string;
  readonly table: string;
  readonly column: string;
  readonly tags: Tags;
}

/** The block of this name. */
export const blockIn = (body: Body, name: string): Body | undefined => blocksIn(body[name])[0];

/** What a reference to another resource of the same stack stands for; any other value as it is. */
export function dereference({ resource }: StackJson, value: unknown): string {
  const text = String(value ?? '');
  const {
    type = '',
    name = '',
    attribute = '',
  } = /^\$\{(?<type>aws_\w+)\.(?<name>[^.]+)\.(?<attribute>\w+)\}$/.exec(text)?.groups ?? {};
  const found = resource?.[type]?.[name]?.[attribute];
  return typeof found === 'string' ? found : text;
}

/** Every column of the catalog of a stack. */
export function columnsOf(stack: StackJson): readonly Column[] {
  const tagsOf = tagAssignments(stack);
  return Object.values(stack.resource?.aws_glue_catalog_table ?? {}).flatMap((body) => {
    const database = dereference(stack, body.database_name);
    const table = String(body.name);
    const columns = [...blocksIn(blockIn(body, 'storage_descriptor')?.columns), ...blocksIn(body.partition_keys)];
    return columns.map(({ name }): Column => {
      const column = String(name);
      const tags = new Map([
        ...tagsOf(database),
        ...tagsOf(`${database}.${table}`),
        ...tagsOf(`${database}.${table}.${column}`),
      ]);
      return { database, table, column, tags };
    });
  });
}

/** The tags that were given to a database, a table or a column by itself. */
function tagAssignments(stack: StackJson): (path: string) => Tags {
  const given = new Map<string, Map<string, string>>();
  const give = (path: string, body: Body): void => {
    const tags = given.get(path) ?? new Map<string, string>();
    for (const { key, value } of blocksIn(body.lf_tag)) tags.set(dereference(stack, key), String(value));
    given.set(path, tags);
  };
  for (const body of Object.values(stack.resource?.aws_lakeformation_resource_lf_tags ?? {})) {
    const [database, table, columns] = ['database', 'table', 'table_with_columns'].map((name) => blockIn(body, name));
    if (database) give(dereference(stack, database.name), body);
    if (table) give(`${dereference(stack, table.database_name)}.${dereference(stack, table.name)}`, body);
    for (const column of textsIn(columns?.column_names))
      give(`${dereference(stack, columns?.database_name)}.${dereference(stack, columns?.name)}.${column}`, body);
  }
  return (path) => given.get(path) ?? new Map();
}
