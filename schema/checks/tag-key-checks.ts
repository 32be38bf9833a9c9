import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';

/** Tags of every resource that a person does not write. */
const ownTags = ['owner'];

/** Tag keys that AWS keeps for itself, or that are there already: IAM takes no two that differ in case alone. */
export function tagKeyProblems(
  file: string,
  tags: Readonly<Record<string, string>>,
  inherited: Readonly<Record<string, string>> = {},
): readonly Problem[] {
  const { rule } = rulesOf(file, 'tags');
  const keys = [...ownTags, ...Object.keys(tags)].map((key) => key.toLowerCase());
  const reserved = (key: string) => /^aws:/i.test(key);
  const repeated = (key: string) =>
    keys.filter((other) => other === key.toLowerCase()).length > 1 ||
    Object.keys(inherited).some((other) => other !== key && other.toLowerCase() === key.toLowerCase());
  return Object.entries(tags).flatMap(([key, value]) => [
    ...rule(!reserved(key), {
      field: key,
      value,
      rule: "AWS reserves tag keys that begin with 'aws:'",
      fix: 'rename the key',
    }),
    ...rule(reserved(key) || !repeated(key), {
      field: key,
      value,
      rule: "tag keys must differ in more than case, and the landing zone sets 'owner' itself",
      fix: 'rename the key',
    }),
  ]);
}
