import { describeProblem, type Problem } from '../../schema/problems/problem';

/** Thrown once with every problem of the options of a command; nothing has been done when it is. */
class InvalidRequest extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The request has ${count}; nothing was done.\n\n${problems.map(describeProblem).join('\n\n')}\n`);
    this.name = 'InvalidRequest';
  }
}

/** A problem of an option of a command. */
export const optionProblem = (option: string, value: unknown, rule: string, fix: string): Problem => ({
  file: 'command line',
  field: `--${option}`,
  value,
  rule,
  fix,
});

/** @throws InvalidRequest with every problem, where there is one */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InvalidRequest(problems);
}
