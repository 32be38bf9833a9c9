import {
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  GetTableMetadataCommand,
  type QueryExecution,
  StartQueryExecutionCommand,
  type StartQueryExecutionCommandInput,
} from '@aws-sdk/client-athena';
import type { Athena } from '../../cli/audit/ask';
import type { Json } from './json';

/** What a fake Athena knows and does. */
export interface FakeAthenaOptions {
  /** Answers a query; a number becomes a bigint. */
  readonly run: (sql: string, parameters: readonly string[]) => readonly Json[];
  /** States that a query goes through, the last one again and again. @default it runs and succeeds */
  readonly states?: readonly QueryExecution[];
  /** Parameters of the tables. */
  readonly tableParameters?: Readonly<Record<string, string>>;
  /** Rows on a page of results, the header among them. @default 1000, as Athena */
  readonly pageSize?: number;
}

const succeeds: readonly QueryExecution[] = [
  { Status: { State: 'QUEUED' }, Statistics: {} },
  { Status: { State: 'RUNNING' }, Statistics: { DataScannedInBytes: 1_500_000, TotalExecutionTimeInMillis: 900 } },
  { Status: { State: 'RUNNING' }, Statistics: { DataScannedInBytes: 1_500_000, TotalExecutionTimeInMillis: 1_100 } },
  { Status: { State: 'SUCCEEDED' }, Statistics: { DataScannedInBytes: 2_000_000, TotalExecutionTimeInMillis: 2_000 } },
];

/** Athena as the command sees it, with what it was asked: states that follow each other, pages, text for every value. */
export function fakeAthena(options: FakeAthenaOptions): { athena: Athena; asked: StartQueryExecutionCommandInput[] } {
  const { run, states = succeeds, tableParameters = {}, pageSize = 1_000 } = options;
  const asked: StartQueryExecutionCommandInput[] = [];
  let polls = 0;
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof StartQueryExecutionCommand) {
      asked.push(command.input);
      polls = 0;
      return { QueryExecutionId: 'execution-1' };
    }
    if (command instanceof GetQueryExecutionCommand) {
      polls += 1;
      return { QueryExecution: states[Math.min(polls, states.length) - 1] };
    }
    if (command instanceof GetTableMetadataCommand)
      return { TableMetadata: { Name: command.input.TableName, Parameters: tableParameters } };
    if (!(command instanceof GetQueryResultsCommand)) throw new Error('Athena was asked what it does not know');
    const { QueryString = '', ExecutionParameters = [] } = asked.at(-1) ?? {};
    return page(run(QueryString, ExecutionParameters), Number(command.input.NextToken ?? 0), pageSize);
  };
  return { athena: { send } as Athena, asked };
}

function page(rows: readonly Json[], start: number, pageSize: number) {
  const [first = {}] = rows;
  const names = Object.keys(first);
  const all = [names, ...rows.map((row) => names.map((name) => row[name]))];
  const Rows = all
    .slice(start, start + pageSize)
    .map((row) => ({ Data: row.map((value) => (value === null ? {} : { VarCharValue: String(value) })) }));
  const ColumnInfo = names.map((Name) => ({ Name, Type: typeOf(first[Name]) }));
  const NextToken = start + pageSize < all.length ? String(start + pageSize) : undefined;
  return { ResultSet: { Rows, ResultSetMetadata: { ColumnInfo } }, NextToken };
}

const typeOf = (value: unknown): string =>
  typeof value === 'number' ? 'bigint' : typeof value === 'boolean' ? 'boolean' : 'varchar';
