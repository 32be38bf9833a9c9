import type { Problem } from '../../../schema/problems/problem';

/** What a person wrote, from which resources come. */
export interface Input extends Pick<Problem, 'file' | 'field'> {
  /** The addresses of the resources: `aws_iam_role.audit-role`. */
  readonly of: RegExp;
  /** What makes them smaller. */
  readonly fix: string;
}

/** The input of a resource: the first whose pattern its address matches, or undefined where none does. */
export const tryInput = (inputs: readonly Input[], address: string): Input | undefined =>
  inputs.find(({ of }) => of.test(address));
