import { names } from '../../schema/facts/names';
import type { Context } from '../kit/command';
import { findAccountId } from './account';
import { type Answer, ask } from './ask';
import type { AuditQuestion } from './input';
import { daysBetween, executionParameters } from './parameters';
import type { Surroundings } from './surroundings';

/**
 * Asks a question in Athena, over the trails of the organization.
 *
 * @throws Error with what Athena says where it does not answer in full
 */
export async function askAthena(
  { query, account, role, ...period }: AuditQuestion,
  { today, note }: Pick<Context, 'today' | 'note'>,
  { zone, connect, wait }: Surroundings,
): Promise<Answer> {
  const { archiveAfterDays } = zone.logs;
  if (daysBetween(period.since, today) > archiveAfterDays)
    note(
      `Trails are archived after ${archiveAfterDays} days. Athena leaves out those in S3 Glacier Flexible Retrieval, where release 0.1 put them: restore them in S3 first.`,
    );
  const athena = connect(role);
  const database = names.auditDatabase(zone);
  const workgroup = names.audit(zone);
  const accountId = account && (await findAccountId(athena, { database, workgroup }, account));
  return ask(
    athena,
    { workgroup, database, sql: query.sql, parameters: executionParameters(query, { ...period, accountId }) },
    { wait, report: note },
  );
}
