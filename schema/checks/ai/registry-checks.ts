import type { Problem } from '../../problem';
import { problemsIn, repeats } from '../subject';
import type { WorkloadSubject } from './subject';

/** Rules of the model registry of an account. */
export const registryProblems = ({ account, ai }: WorkloadSubject): Problem[] =>
  repeats(ai.registry.groups.map(({ name }) => name)).map(({ index, value }) =>
    problemsIn(account.file)(
      `ai.registry.groups[${index}].name`,
      value,
      'names are unique in an account',
      'rename one of the two',
    ),
  );
