import { Script } from 'node:vm';

/**
 * The text of a new file, once it is known that it can be parsed: every command compiles all files first, so that one that cannot be
 * would end all of them. The files have no types, and run nowhere here.
 *
 * @throws Error where it cannot be parsed
 */
export function parsed(path: string, text: string): string {
  const body = text.replace(/^import (\{.*\}) from .*;$/gm, 'const $1 = {};').replace(/^export default /m, '');
  try {
    new Script(`'use strict';\n${body}`);
    return text;
  } catch (error) {
    throw new Error(
      `${path} was not written: ${(error as Error).message}\n  rule: a new file can be compiled\n  fix:  write it by hand, and report this`,
    );
  }
}
