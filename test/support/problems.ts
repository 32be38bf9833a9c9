import { InvalidLandingZone, type Problem } from '../../schema/problems/problem';

/** What is wrong by what was thrown; none where nothing was. Whatever else is thrown goes on. */
export function problemsThrownBy(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof InvalidLandingZone) return error.problems;
    throw error;
  }
}
