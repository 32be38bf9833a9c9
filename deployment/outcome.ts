/** How a Terraform command ended. */
export interface Outcome {
  /** Exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly output: string;
}

/** The errors that a command told, without what it planned before them; everything where it told none. */
export function errorsIn(output: string): string {
  const [plan = '', ...errors] = output.split(/^(?=Error: )/m);
  return (errors.length > 0 ? errors.join('') : plan).trim();
}

/** What a plan would do, without what was read before it; everything where it says no such thing. */
export function actionsIn(output: string): string {
  const begin = output.search(/^(Terraform|OpenTofu) will perform the following actions:/m);
  return output.slice(Math.max(0, begin)).trim();
}

/** Whether a provider did not start within a minute, as on a machine that is busy with other things. The same command goes on from there. */
export const startedTooLate = ({ output }: Outcome): boolean =>
  output.includes('timeout while waiting for plugin to start');
