import type { Context } from '../../kit/command';
import { counted } from '../../kit/counted';
import type { Answer } from '../ask';
import type { AuditQuestion } from '../input';
import { folder, parameterValues } from '../parameters';
import { firstDay } from './first-day';
import type { BrokenFile } from './load-events';
import { isWanted, type TrailFile } from './trail-files';
import { type Events, withEvents } from './with-events';

/** An answer of files; it is not whole where a file could not be read. */
interface AnswerOfFiles {
  readonly answer: Answer;
  readonly isWhole: boolean;
}

type Told = Pick<Context, 'note' | 'live'>;

/** Asks a question of files at hand, of which those are opened that the period and the account need. */
export async function askFiles(
  { query, since, until, account }: AuditQuestion,
  files: readonly TrailFile[],
  told: Told,
): Promise<AnswerOfFiles> {
  const accountId = account?.id;
  const wanted = files.filter((file) =>
    isWanted(file, { from: firstDay(query.sql, since), until: folder(until), accountId }),
  );
  return withEvents(wanted, progressOf(wanted, told), async (events) => {
    tellLoaded(events, { wanted, files }, told);
    return {
      answer: await events.ask(query.sql, parameterValues(query, { since, until, accountId })),
      isWhole: events.broken.length === 0,
    };
  });
}

/** Shows on a terminal how many files have been read. */
export const progressOf =
  (files: readonly TrailFile[], { live }: Pick<Told, 'live'>) =>
  (read: number): void => {
    live(`${counted(read, 'file')} of ${counted(files.length, 'file')} read`);
  };

function tellLoaded(
  { events, first, last, repeated, broken }: Events,
  { wanted, files }: { readonly wanted: readonly TrailFile[]; readonly files: readonly TrailFile[] },
  { note }: Told,
): void {
  const days = first && last ? `, ${dashed(first)} to ${dashed(last)}` : '';
  note(`${counted(events, 'event')} in ${counted(wanted.length, 'file')}${days}`);
  const known = files.flatMap(({ day }) => day ?? []).sort();
  if (wanted.length === 0 && known[0])
    note(`no file is of this period and account: the folder has ${dashed(known[0])} to ${dashed(known.at(-1) ?? '')}`);
  if (repeated > 0) note(`${counted(repeated, 'copy', 'copies')} of events that are in several files left out`);
  if (broken.length > 0) note(describeBroken(broken));
}

const describeBroken = (broken: readonly BrokenFile[]): string =>
  [
    `The answer lacks the events of ${counted(broken.length, 'file')}:`,
    ...broken.map(({ path, reason }) => `  ${path}: ${reason}`),
  ].join('\n');

const dashed = (day: string): string => day.replaceAll('/', '-');
