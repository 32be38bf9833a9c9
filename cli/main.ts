/** Runs a command: its number is the exit code; an error becomes its message and exit code 1. */
export function main(usage: string, command: () => Promise<number>): void {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error & { readonly code?: string }) => {
      const mistyped = error.code?.startsWith('ERR_PARSE_ARGS');
      process.stderr.write(
        `${process.env.LANDING_ZONE_DEBUG ? error.stack : error.message}\n${mistyped ? `\n${usage}` : ''}`,
      );
      process.exitCode = 1;
    },
  );
}
