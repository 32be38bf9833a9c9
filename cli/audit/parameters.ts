import type { AuditQuery, Parameter } from '../../schema/forms/audit-query';

/** What a query is asked for. */
export interface Asked {
  /** First day, `2026-01-31`. */
  readonly since: string;
  /** Last day. */
  readonly until: string;
  /** Twelve digits. @default - every account */
  readonly accountId?: string;
}

/** A value for each question mark. */
export function parameterValues(query: AuditQuery, { since, until, accountId = '%' }: Asked): string[] {
  const values: Readonly<Record<Parameter, string>> = {
    since: folder(since),
    until: folder(until),
    account: accountId,
  };
  return query.parameters.map((parameter) => values[parameter]);
}

/** A value for each question mark, as the SQL literal that Athena takes: text in quotes. Athena User Guide, querying-with-prepared-statements. */
export const executionParameters = (query: AuditQuery, asked: Asked): string[] =>
  parameterValues(query, asked).map(sqlText);

/** SQL text. */
export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** CloudTrail's folder of a day. */
export const folder = (day: string): string => day.replaceAll('-', '/');

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
