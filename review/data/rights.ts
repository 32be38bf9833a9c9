import { type Body, blocksIn, type StackJson, textsIn, tryAccountIn } from '../stack-json';
import { blockIn, type Column, columnsOf, dereference } from './catalog';

/** One thing that somebody may do in the data lake. */
export interface Right {
  readonly principal: string;
  /** `SELECT`, and whether it may be passed on. */
  readonly permission: string;
  /** `clinical.referrals.age` for columns; a table or a database for what has none. */
  readonly on: string;
  /** The condition that rows have to meet; empty for every row. */
  readonly rows: string;
}

/** Everything that Lake Formation grants in a stack, column by column: by name, by filter and by tag. */
export function rightsOf(stack: StackJson): readonly Right[] {
  const columns = columnsOf(stack);
  return Object.values(stack.resource?.aws_lakeformation_permissions ?? {}).flatMap((body) => {
    const principal = principalText(stack, body.principal);
    const plain = textsIn(body.permissions);
    const passed = textsIn(body.permissions_with_grant_option);
    const permissions = [...plain, ...passed.map((each) => `${each} and to pass it on`)];
    return permissions.flatMap((permission) =>
      scopesOf(stack, body, columns, permission).map(({ on, rows }): Right => ({ principal, permission, on, rows })),
    );
  });
}

type Scope = Pick<Right, 'on' | 'rows'>;

function scopesOf(stack: StackJson, body: Body, columns: readonly Column[], permission: string): readonly Scope[] {
  const [database, table, named, cells, tagged, location] = [
    'database',
    'table',
    'table_with_columns',
    'data_cells_filter',
    'lf_tag_policy',
    'data_location',
  ].map((name) => blockIn(body, name));
  const reads = permission.startsWith('SELECT');
  const whole = (on: string): readonly Scope[] => [{ on, rows: '' }];
  if (cells) return cellsOf(stack, cells, columns);
  if (tagged) return taggedBy(stack, tagged, columns, reads);
  const of = table ?? named;
  if (of) {
    const inDatabase = columns.filter((each) => each.database === dereference(stack, of.database_name));
    const within =
      of.name === undefined ? inDatabase : inDatabase.filter((each) => each.table === dereference(stack, of.name));
    const [only, except] = [of.column_names, of.excluded_column_names].map(
      (list) => list as readonly string[] | undefined,
    );
    const admitted = within.filter(({ column }) =>
      only && only.length > 0 ? only.includes(column) : !except?.includes(column),
    );
    const shown = reads ? admitted.map(pathOf) : [...new Set(within.map(tableOf))];
    // A table of another stack has no columns here.
    return shown.length > 0 || within.length > 0
      ? shown.map((on) => ({ on, rows: '' }))
      : whole(`${dereference(stack, of.database_name)}.${of.name === undefined ? '*' : dereference(stack, of.name)}`);
  }
  if (database) return whole(`database ${dereference(stack, database.name)}`);
  if (location) return whole(`location ${dereference(stack, location.arn)}`);
  return whole(blockIn(body, 'lf_tag') ? `tag ${dereference(stack, blockIn(body, 'lf_tag')?.key)}` : 'the catalog');
}

const tableOf = ({ database, table }: Column): string => `${database}.${table}`;
const pathOf = (each: Column): string => `${tableOf(each)}.${each.column}`;

/** The columns of a filter, with the rows that it lets through. */
function cellsOf(stack: StackJson, cells: Body, columns: readonly Column[]): readonly Scope[] {
  const name = dereference(stack, cells.name).replace(/^.*\.cells-/, '');
  const filters = Object.entries(stack.resource?.aws_lakeformation_data_cells_filter ?? {});
  const id = /aws_lakeformation_data_cells_filter\.([^.]+)\./.exec(String(cells.name))?.[1];
  const found = filters.find(([key, body]) => key === id || blockIn(body, 'table_data')?.name === name)?.[1];
  const data = found && blockIn(found, 'table_data');
  if (!data) return [{ on: `cells ${name}`, rows: 'those of a filter that is not here' }];
  const rows = String(blockIn(data, 'row_filter')?.filter_expression ?? '');
  const only = data.column_names as readonly string[] | undefined;
  const except = (blockIn(data, 'column_wildcard')?.excluded_column_names ?? []) as readonly string[];
  return columns
    .filter(
      (each) => tableOf(each) === `${dereference(stack, data.database_name)}.${dereference(stack, data.table_name)}`,
    )
    .filter(({ column }) => (only && only.length > 0 ? only.includes(column) : !except.includes(column)))
    .map((each) => ({ on: pathOf(each), rows }));
}

/** What has one of the values of every tag that is asked for. */
function taggedBy(stack: StackJson, tagged: Body, columns: readonly Column[], reads: boolean): readonly Scope[] {
  const wanted = blocksIn(tagged.expression).map(({ key, values }) => ({
    key: dereference(stack, key),
    values: [values].flat(),
  }));
  const found = columns.filter(({ tags }) => wanted.every(({ key, values }) => values.includes(tags.get(key) ?? '')));
  const of =
    tagged.resource_type === 'DATABASE' ? ({ database }: Column) => `database ${database}` : reads ? pathOf : tableOf;
  const expression = wanted.map(({ key, values }) => `${key} ${values.join(' or ')}`).join(', ');
  // What comes later with these tags is read, too.
  return [...new Set(found.map(of)), `whatever is tagged ${expression}`].map((on) => ({ on, rows: '' }));
}

function principalText(stack: StackJson, value: unknown): string {
  const text = String(value ?? '');
  const role = /^\$\{aws_iam_role\.([^.]+)\.arn\}$/.exec(text)?.[1];
  if (role !== undefined) return `role ${String(stack.resource?.aws_iam_role?.[role]?.name ?? role)}`;
  const account = tryAccountIn(text);
  if (account !== undefined)
    return text.includes(':role/') ? `${text.replace(/^.*:role\//, 'role ')} of ${account}` : `account ${account}`;
  const unit = /ou_ids(?:\["|\.)([^"\]}]+)/.exec(text)?.[1];
  return unit === undefined ? text : `OU ${unit}`;
}
