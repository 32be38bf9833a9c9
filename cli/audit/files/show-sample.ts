import type { AuditQuery } from '../../../schema/forms/audit-query';
import type { Answer as CommandAnswer, Context } from '../../kit/command';
import { table } from '../../kit/table';
import type { AuditQuestion } from '../input';
import { parameterValues } from '../parameters';
import { progressOf } from './ask-files';
import { withEvents } from './with-events';

/** Asks every query of the sample, and says how many rows each finds: what there is to ask. */
export async function showSample(
  queries: readonly AuditQuery[],
  { since, until, account, files = [] }: Omit<AuditQuestion, 'query'>,
  { width, note, live }: Context,
): Promise<CommandAnswer> {
  const json = await withEvents(files, progressOf(files, { live }), async ({ ask }) => {
    const found: { readonly query: string; readonly rows: number; readonly answers: string }[] = [];
    for (const query of queries) {
      const { rows } = await ask(query.sql, parameterValues(query, { since, until, accountId: account?.id }));
      found.push({ query: query.name, rows: rows.length, answers: query.answers });
    }
    return found;
  });
  note(`What each query finds in events that were written to try it, from ${since} to ${until}.`);
  note('The rows of one: landing-zone audit --sample --query unusual-model-use');
  const rows = json.map(({ query, rows, answers }) => [query, rows, answers]);
  return { json, text: table({ head: ['query', 'rows', 'answers'], rows, right: ['rows'] }, width) };
}
