import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { choose } from '../../rehearsal/changes/choice';
import { type ChangesResult, rehearseChanges } from '../../rehearsal/changes/rehearse-changes';
import { everyChange } from '../../rehearsal/changes/table';
import type { Tools } from '../../rehearsal/tools';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import type { Options } from './options';

type Asked = Pick<Options, 'changes' | 'only' | 'batches' | 'seed'>;

/** What is wrong with what is asked of a rehearsal of changes, and with what is asked beside it. */
export function changesProblems({
  changes,
  only,
  batches,
  from,
  stack,
  interrupt,
  keep,
  rules,
  faults,
  port,
  backend,
}: Pick<
  Options,
  'changes' | 'only' | 'batches' | 'from' | 'stack' | 'interrupt' | 'keep' | 'rules' | 'faults' | 'port' | 'backend'
>): readonly Problem[] {
  if (!changes)
    return Object.entries({ only, batches }).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [
            optionProblem(
              name,
              value,
              'has a meaning for a rehearsal of changes only',
              'add --changes, or leave it out',
            ),
          ],
    );
  const fields = everyChange().map(({ field }) => field);
  return [
    ...(only === undefined || fields.some((field) => field.includes(only))
      ? []
      : [optionProblem('only', only, 'must be in the name of a field', useOneOf(only, fields))]),
    ...Object.entries({ from, stack, interrupt, keep, rules, faults, port, backend }).flatMap(([name, value]) =>
      value === undefined || value === false || value === 0
        ? []
        : [
            optionProblem(
              name,
              value,
              'has no meaning for a rehearsal of changes',
              'leave it out, or leave --changes out',
            ),
          ],
    ),
  ];
}

/** Rehearses the changes that are asked for, on the small landing zone with the catalog and the queries of the project. */
export async function runChanges(
  { only, batches, seed }: Asked,
  { note, colors }: Pick<Context, 'note' | 'colors'>,
  { tools, folder, onBegin, rehearse = rehearseChanges }: ChangesSurroundings,
): Promise<Answer> {
  const shipped = {
    controls: readFolder(folders.controls).files,
    auditQueries: readFolder(folders.queries).files,
  };
  // Without a limit the order matters to nobody.
  const changes = choose(everyChange(), { only, seed: batches === undefined ? undefined : seed });
  const result = await rehearse({ tools, folder, shipped, changes, mostBatches: batches, onBegin, onProgress: note });
  return { text: changesText(result, colors), json: result, no: result.failures.length > 0 };
}

interface ChangesSurroundings {
  readonly tools: Tools;
  readonly folder: string;
  /** Told what goes on now. */
  readonly onBegin?: (work: string) => void;
  readonly rehearse?: typeof rehearseChanges;
}

/** The result for a person: what failed, what cannot be shown, and the figures. */
export function changesText(
  { fields, applied, refused, words, unrehearsed, failures, batches, seconds }: ChangesResult,
  colors: Context['colors'],
): string {
  const verdict = failures.length === 0 ? colors.green('Green') : colors.red('Not green');
  return [
    ...failures.map(({ field, why }) => `${field} did not go as the table says:\n${why}`),
    ...(unrehearsed.length > 0 ? [`Not rehearsed:\n${unrehearsed.map(lineOf).join('\n')}`] : []),
    ...(refused.length > 0 ? [`Refused, as it should be: ${refused.join(', ')}`] : []),
    `${verdict}: ${fields} fields; ${applied.length} changed and changed back in ${batches} batches, ${refused.length} refused, ${words.length} that change no stack, ${unrehearsed.length} not rehearsed; ${seconds.toFixed(0)} s`,
  ].join('\n\n');
}

const lineOf = ({ field, why }: ChangesResult['unrehearsed'][number]): string => `  ${field}: ${why}`;
