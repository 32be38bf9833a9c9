import type { Control } from '../schema/landing-zone';
import type { Problem } from '../schema/problems/problem';
import { managedRuleProblems } from './conformance/managed-rule-problems';
import { vocabularyProblems } from './iam/vocabulary';

/** What controls name and AWS does not have: actions, condition keys, managed rules and their parameters. */
export const unknownWords = async (controls: readonly Control[]): Promise<readonly Problem[]> => [
  ...(await vocabularyProblems(controls)),
  ...managedRuleProblems(controls),
];
