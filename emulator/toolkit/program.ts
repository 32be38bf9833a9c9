/** What a program starts, and ends with. */
interface Living {
  close(): Promise<void>;
}

/** What a program does with its options. */
interface Program<O, L> {
  readonly usage: string;
  readonly start: (options: O) => Promise<L>;
  /** Says what there is, and lives on until `ended`; answers the exit code. */
  readonly serve: (living: L, options: O, ended: Promise<void>) => Promise<number>;
}

/**
 * Runs a program until a signal ends it; answers the exit code.
 *
 * @param options what was asked for, or what is wrong with it: that is told with the usage, and nothing is started
 */
export async function runProgram<O extends { readonly help: boolean }, L extends Living>(
  options: O | string,
  { usage, start, serve }: Program<O, L>,
): Promise<number> {
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${usage}\n`);
    return 1;
  }
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  // Whoever ends it while it starts does not wait for that.
  const living = await Promise.race([start(options), ended]);
  if (!living) return 0;
  try {
    return await serve(living, options, ended);
  } finally {
    await living.close();
  }
}
