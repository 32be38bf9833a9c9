import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { names } from '../../schema/facts/names';
import type { AuditQuery } from '../../schema/forms/audit-query';
import type { LandingZone } from '../../schema/landing-zone';
import { findAccountId } from './account';
import { type Athena, ask } from './ask';
import { questionOf } from './input';
import { render } from './output';
import { daysBetween, executionParameters } from './parameters';

export const usage = `Asks the trails of every account, in Athena.

  npm run audit -- --query NAME --since DATE [options]
  npm run audit -- --list

  --query NAME      a file of queries/ without .sql
  --since DATE      first day, like 2026-01-31, as CloudTrail files events: in UTC
  --until DATE      last day; default is today
  --account NAME    one account; default is every account
  --format FORMAT   table (default), csv or json
  --role ARN        assume this role first: the audit role of the security account, called <name of the landing zone>-audit
  --list            show the queries and what they answer

Needs credentials of the audit role, or of somebody who may assume it. Athena bills by what a query scans: an account and a
short period cost less. Exit code: 0 answered, 1 not.
`;

/** What the command needs of the world around it. */
export interface Surroundings {
  readonly zone: LandingZone;
  readonly queries: readonly AuditQuery[];
  /** `2026-01-31`, in UTC. */
  readonly today: string;
  /** @param role ARN to assume first */
  readonly connect: (role: string | undefined) => Athena;
  /** Until Athena is asked again. */
  readonly wait: () => Promise<void>;
  /** The answer, and nothing else. */
  readonly write: (text: string) => unknown;
  /** Progress and warnings. */
  readonly report: (text: string) => unknown;
}

/**
 * The command: reads a question from its options, asks it in Athena and writes the answer.
 *
 * @returns the exit code, 0
 * @throws Error with every problem of the options, or with what Athena says; no part of an answer has been written when it does
 */
export async function audit(args: readonly string[], surroundings: Surroundings): Promise<0> {
  const { zone, queries, today, connect, wait, write, report } = surroundings;
  const { values } = parseArgs({
    args: [...args],
    options: {
      query: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string', default: today },
      account: { type: 'string' },
      format: { type: 'string', default: 'table' },
      role: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.list) {
    write(values.help ? usage : listOf(queries));
    return 0;
  }
  const { query, account, role, format, ...period } = questionOf(surroundings, values);
  const { archiveAfterDays } = zone.logs;
  if (daysBetween(period.since, today) > archiveAfterDays)
    report(
      `Trails are archived after ${archiveAfterDays} days, and Athena leaves archived ones out: restore them in S3 first.\n`,
    );
  const athena = connect(role);
  const database = names.auditDatabase(zone);
  const workgroup = names.audit(zone);
  const accountId = account && (await findAccountId(athena, { database, workgroup }, account));
  const answer = await ask(
    athena,
    { workgroup, database, sql: query.sql, parameters: executionParameters(query, { ...period, accountId }) },
    { wait, report },
  );
  write(render[format](answer));
  report(`${answer.rows.length} ${answer.rows.length === 1 ? 'row' : 'rows'}\n`);
  return 0;
}

function listOf(queries: readonly AuditQuery[]): string {
  const table = new Table({
    head: ['query', 'answers'],
    style: { head: [], border: [] },
    colWidths: [32, 84],
    wordWrap: true,
  });
  for (const { name, answers } of queries) table.push([name, answers]);
  return `${table}\n`;
}
