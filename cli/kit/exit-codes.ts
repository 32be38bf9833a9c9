/** What a command ends with. `docs/commands.md` and every `--help` are written from these sentences. */
export const exitCodes = {
  done: { code: 0, means: 'it is done, or the answer is yes' },
  wrong: { code: 1, means: 'the input is wrong, or something failed' },
  no: { code: 2, means: 'the answer is no' },
} as const;

/** Ended by a signal: the shell's own convention. */
export const codeOfSignal = (number: number): number => 128 + number;
