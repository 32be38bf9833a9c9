import type { z } from 'zod';
import { valueAt } from './form-fields';

type Issue = z.core.$ZodIssue;

/**
 * Issues without those that others bring with them: what is no text is not too short as well, and of two limits the tighter counts.
 *
 * @param value what the issues are about
 */
export function causesOf(issues: readonly Issue[], value: unknown): readonly Issue[] {
  const byPath = new Map<string, Issue[]>();
  for (const issue of issues) {
    const path = JSON.stringify(issue.path.map(String));
    byPath.set(path, [...(byPath.get(path) ?? []), issue]);
  }
  return [...byPath.values()].flatMap((atOne) => causesAtOnePath(atOne, valueAt(value, atOne[0]?.path ?? [])));
}

const kinds = ['invalid_type', 'invalid_value', 'invalid_union'];

function causesAtOnePath(issues: readonly Issue[], value: unknown): readonly Issue[] {
  const first =
    issues.find(({ code }) => kinds.includes(code)) ??
    (value === '' ? issues.find(({ code }) => code === 'too_small') : undefined);
  if (first) return [first];
  return issues.filter(({ code, message }, index) => {
    const isSaidAgain = (other: Issue) => other.message === message || (code === 'too_big' && other.code === code);
    return !issues.slice(index + 1).some(isSaidAgain);
  });
}
