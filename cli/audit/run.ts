import { closedIds } from '../../schema/forms/audit';
import type { Answer as CommandAnswer, Context } from '../kit/command';
import { table } from '../kit/table';
import type { Answer } from './ask';
import { askAthena } from './ask-athena';
import { askFiles } from './files/ask-files';
import { showSample } from './files/show-sample';
import { questionOf } from './input';
import type { Options } from './options';
import { jsonOf, render } from './output';
import { readSurroundings, type Surroundings } from './surroundings';

/**
 * Reads a question from the options, asks it in Athena or of files, and answers with its rows.
 *
 * @throws Error with what Athena says where it does not answer in full
 */
export async function run(
  options: Options,
  context: Context,
  surroundings: Surroundings = readSurroundings(),
): Promise<CommandAnswer> {
  const { queries } = surroundings;
  const { width, note, refuse } = context;
  if (options.list) {
    refuse([]);
    const json = queries.map(({ name, answers }) => ({ name, answers }));
    return { json, text: table({ head: ['query', 'answers'], rows: json.map(Object.values) }, width) };
  }
  // Of the sample every query can be asked at once.
  const isOverview = options.sample && options.query === undefined;
  const asked = isOverview ? { ...options, query: queries[0]?.name } : options;
  const { problems, question } = questionOf({ ...surroundings, today: context.today }, asked);
  refuse(problems);
  if (!question) throw new Error('no question was read, although no problem was found');
  if (isOverview) return showSample(queries, question, context);
  const { answer, isWhole } = question.files
    ? await askFiles(question, question.files, context)
    : { answer: await askAthena(question, context, surroundings), isWhole: true };
  note(`${answer.rows.length} ${answer.rows.length === 1 ? 'row' : 'rows'}`);
  tellNames(answer, surroundings, note);
  return { text: render[options.format](answer, width), json: jsonOf(answer), no: !isWhole };
}

/** Says which accounts the twelve digits of an answer are, where a file of the landing zone knows it. */
function tellNames({ columns, rows }: Answer, { zone }: Surroundings, note: (text: string) => void): void {
  const column = columns.findIndex(({ name }) => name === 'account');
  const ids = new Set(rows.map((row) => row[column]));
  const known: readonly (readonly [string, string | undefined])[] = [
    ...zone.accounts.map(({ name, id }) => [name, id] as const),
    ...Object.entries(closedIds(zone.audit.closedAccounts)),
  ];
  const found = known.filter(([, id]) => id !== undefined && ids.has(id));
  if (found.length > 0) note(found.map(([name, id]) => `${id} is ${name}`).join(', '));
}
