import { describeProblem, type Problem } from '../schema/problems/problem';

/** A problem of an option of a command. */
export const optionProblem = (option: string, value: unknown, rule: string, fix: string): Problem => ({
  file: 'command line',
  field: `--${option}`,
  value,
  rule,
  fix,
});

/** @throws Error with every problem, where there is one */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new Error(`The request has ${count}; nothing was done.\n\n${problems.map(describeProblem).join('\n\n')}\n`);
}
