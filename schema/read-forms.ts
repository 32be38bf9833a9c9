import { basename } from 'node:path';
import type { z } from 'zod';
import type { InFile } from './checks/subject';
import { guarded } from './problems/broken-fields';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

/** What the files of one form gave. */
export interface Read<T> {
  readonly things: readonly InFile<T>[];
  readonly problems: readonly Problem[];
  /** Whether there is a thing for each file, under the name that others know it by. */
  readonly complete: boolean;
  /** Top-level fields that are wrong or have a stand-in, with their files: `accounts/sandbox.ts owner`. */
  readonly brokenFields: readonly string[];
}

/**
 * Reads every file by its form, as far as each can be read: what is wrong in one hides nothing in the others. A file whose name is
 * wrong goes by that of the file.
 *
 * @param standInsOf values for required fields where those are wrong
 */
export function readForms<Form extends z.ZodType<object>>(
  form: Form,
  files: readonly SourceFile[],
  standInsOf: (file: { readonly name: string }) => Readonly<Record<string, unknown>>,
): Read<z.output<Form>> {
  const read = files.map((source) => {
    const name = basename(source.file, '.ts');
    const standIns = { name, ...standInsOf({ name }) };
    return { file: source.file, standIns, ...salvage(form, source, standIns) };
  });
  return {
    things: read.flatMap(({ file, data, broken, standIns }) =>
      data
        ? [
            guarded(
              { ...data, file },
              broken.filter((path) => path.length > 1 || !Object.hasOwn(standIns, String(path[0]))),
            ),
          ]
        : [],
    ),
    problems: read.flatMap(({ problems }) => problems),
    complete: read.every(({ data, broken }) => data !== undefined && !broken.some(([field]) => field === 'name')),
    brokenFields: read.flatMap(({ file, broken }) =>
      broken.filter((path) => path.length === 1).map(([field]) => `${file} ${String(field)}`),
    ),
  };
}
