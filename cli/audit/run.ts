import { names } from '../../schema/facts/names';
import type { Answer as CommandAnswer, Context } from '../kit/command';
import { table } from '../kit/table';
import { findAccountId } from './account';
import { ask } from './ask';
import { questionOf } from './input';
import type { Options } from './options';
import { jsonOf, render } from './output';
import { daysBetween, executionParameters } from './parameters';
import { readSurroundings, type Surroundings } from './surroundings';

/**
 * Reads a question from the options, asks it in Athena and answers with its rows.
 *
 * @throws Error with what Athena says where it does not answer in full
 */
export async function run(
  options: Options,
  context: Context,
  surroundings: Surroundings = readSurroundings(),
): Promise<CommandAnswer> {
  const { zone, queries, connect, wait } = surroundings;
  const { today, width, note, refuse } = context;
  if (options.list) {
    refuse([]);
    const json = queries.map(({ name, answers }) => ({ name, answers }));
    return { json, text: table({ head: ['query', 'answers'], rows: json.map(Object.values) }, width) };
  }
  const { problems, question } = questionOf({ zone, queries, today }, options);
  refuse(problems);
  if (!question) throw new Error('no question was read, although no problem was found');
  const { query, account, role, ...period } = question;
  const { archiveAfterDays } = zone.logs;
  if (daysBetween(period.since, today) > archiveAfterDays)
    note(
      `Trails are archived after ${archiveAfterDays} days. Athena leaves out those in S3 Glacier Flexible Retrieval, where release 0.1 put them: restore them in S3 first.`,
    );
  const athena = connect(role);
  const database = names.auditDatabase(zone);
  const workgroup = names.audit(zone);
  const accountId = account && (await findAccountId(athena, { database, workgroup }, account));
  const answer = await ask(
    athena,
    { workgroup, database, sql: query.sql, parameters: executionParameters(query, { ...period, accountId }) },
    { wait, report: note },
  );
  note(`${answer.rows.length} ${answer.rows.length === 1 ? 'row' : 'rows'}`);
  return { text: render[options.format](answer, width), json: jsonOf(answer) };
}
