import {
  type AthenaClient,
  GetQueryExecutionCommand,
  type GetQueryExecutionCommandOutput,
  GetQueryResultsCommand,
  type Row,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';

/** Athena, or what stands in for it. */
export type Athena = Pick<AthenaClient, 'send'>;

/** A query with all that Athena has to know. */
export interface Question {
  readonly workgroup: string;
  readonly database: string;
  readonly sql: string;
  /** SQL literals for its question marks. */
  readonly parameters: readonly string[];
}

/** A result as Athena gives it: text, or nothing for NULL. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | undefined)[])[];
}

export interface Progress {
  /** Until Athena is asked again. */
  readonly wait: () => Promise<void>;
  /** Gets a line whenever state, data scanned or time have changed. */
  readonly report: (text: string) => unknown;
}

/**
 * Asks a question and waits for the whole answer.
 *
 * @throws Error with Athena's reason where the query fails or is cancelled
 */
export async function ask(athena: Athena, question: Question, progress: Progress): Promise<Answer> {
  const { workgroup, database, sql, parameters } = question;
  const { QueryExecutionId } = await athena.send(
    new StartQueryExecutionCommand({
      QueryString: sql,
      QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: database },
      WorkGroup: workgroup,
      ExecutionParameters: [...parameters],
    }),
  );
  await succeed(athena, QueryExecutionId, progress);
  return answerOf(athena, QueryExecutionId);
}

async function succeed(
  athena: Athena,
  QueryExecutionId: string | undefined,
  { wait, report }: Progress,
): Promise<void> {
  let last = '';
  for (;;) {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const line = describe(QueryExecution);
    if (line !== last) report(line);
    last = line;
    const { State, StateChangeReason = 'Athena gives no reason' } = QueryExecution?.Status ?? {};
    if (State === 'SUCCEEDED') return;
    if (State === 'FAILED' || State === 'CANCELLED') throw new Error(refusal(State, StateChangeReason));
    await wait();
  }
}

function describe(execution: GetQueryExecutionCommandOutput['QueryExecution']): string {
  const { DataScannedInBytes = 0, TotalExecutionTimeInMillis = 0 } = execution?.Statistics ?? {};
  const megabytes = (DataScannedInBytes / 1_000_000).toFixed(1);
  return `${execution?.Status?.State}: ${megabytes} MB scanned, ${Math.round(TotalExecutionTimeInMillis / 1_000)} s`;
}

const refusal = (state: string, reason: string): string =>
  /bytes scanned limit/i.test(reason)
    ? `${reason}\n  rule: audit.scanLimitGigabytes\n  fix:  ask about one account or fewer days, or raise the limit`
    : `The query ${state === 'FAILED' ? 'failed' : 'was cancelled'}: ${reason}`;

async function answerOf(athena: Athena, QueryExecutionId: string | undefined): Promise<Answer> {
  const rows: Row[] = [];
  let columns: Answer['columns'] = [];
  let NextToken: string | undefined;
  do {
    const page = await athena.send(new GetQueryResultsCommand({ QueryExecutionId, NextToken }));
    if (NextToken === undefined)
      columns = (page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '', Type = '' }) => ({
        name: Name,
        type: Type,
      }));
    rows.push(...(page.ResultSet?.Rows ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  // The first row of the first page repeats the names of the columns.
  return { columns, rows: rows.slice(1).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue)) };
}
