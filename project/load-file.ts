import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../schema/problems/describe-error';
import type { Problem, SourceFile } from '../schema/problems/problem';
import type { Folder } from './folders';
import type { Place } from './place';

/** What a file gave, or why it gave nothing. */
export type Loaded = { readonly source: SourceFile } | { readonly problem: Problem };

/**
 * Loads one file of a folder: what TypeScript exports by default, or the text of anything else.
 *
 * @param file relative to the project: `accounts/sandbox.ts`
 */
export function loadFile(folder: Folder, file: string, place: Place): Loaded {
  if (folder.extension !== '.ts') return loadText(folder, file, place);
  const path = join(place.loaded, file.replace(/\.ts$/, place.extension));
  if (!existsSync(path))
    return { problem: problemOf(file, 'compiled file', undefined, 'must be compiled', 'npm run build') };
  try {
    const module: unknown = require(path);
    const value = defaultOf(module);
    if (value !== undefined) return { source: { file, value } };
    return {
      problem: problemOf(
        file,
        'default export',
        undefined,
        `a file in ${folder.path}/ is ${folder.holds}, and exports it by default`,
        `end it with \`${folder.form}\`, or move it out of ${folder.path}/ if other files import it`,
      ),
    };
  } catch (error) {
    return {
      problem: problemOf(
        file,
        'the file',
        describeError(error),
        'must load without an error',
        'correct what throws in it',
      ),
    };
  }
}

function loadText(folder: Folder, file: string, { root }: Place): Loaded {
  try {
    return { source: { file, value: readFileSync(join(root, file), 'utf8') } };
  } catch (error) {
    const rule = `${folder.holds} must be a file that can be read`;
    return { problem: problemOf(file, 'the file', String(error), rule, 'make it readable, or remove it') };
  }
}

const defaultOf = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && Object.hasOwn(module, 'default')
    ? (module as { readonly default: unknown }).default
    : undefined;

const problemOf = (file: string, field: string, value: unknown, rule: string, fix: string): Problem => ({
  file,
  field,
  value,
  rule,
  fix,
});
