import { createInterface } from 'node:readline/promises';
import type { Ask } from './answers';

interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Where questions go: an answer on stdout stays readable by a program. */
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Asks on a terminal, line by line. Ctrl-C and Ctrl-D end it with nothing written. Undefined where there is no terminal. */
export function tryAsker(
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): { readonly ask: Ask; readonly close: () => void } | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  const lines = createInterface({ input, output });
  const ended = new AbortController();
  lines.once('SIGINT', () => ended.abort()).once('close', () => ended.abort());
  return {
    ask: (prompt) =>
      lines.question(prompt, { signal: ended.signal }).catch(() => {
        throw new Error('\nNothing was written: the questions were not answered.');
      }),
    close: () => lines.close(),
  };
}
