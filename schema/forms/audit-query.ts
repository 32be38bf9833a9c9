/** What a query is asked with, in the order of its question marks; a parameter may be needed more than once. */
export const queryParameters = ['since', 'until', 'account'] as const;
export type Parameter = (typeof queryParameters)[number];

/** A question about the trails, as one file of `queries/` puts it. */
export interface AuditQuery {
  /** Name of the file without `.sql`: `model-deployments`. */
  readonly name: string;
  readonly title: string;
  /** What it answers, one clause without a full stop. */
  readonly answers: string;
  /** What each question mark stands for. */
  readonly parameters: readonly Parameter[];
  /** Columns of the result in their order. */
  readonly columns: readonly string[];
  /** The whole file, its header included: Athena takes comments. */
  readonly sql: string;
}
