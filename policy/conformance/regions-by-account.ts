import type { ConformancePack, PackRule } from './conformance-pack';

/** The regions in which a rule of this kind runs, by the name of the account. */
export function regionsByAccount(
  packs: readonly ConformancePack[],
  isOfKind: (rule: PackRule) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { region, accounts, rules } of packs)
    if (rules.some(isOfKind))
      for (const { name } of accounts) found.set(name, (found.get(name) ?? new Set()).add(region));
  return new Map([...found].map(([name, regions]) => [name, [...regions]]));
}

/** Whether the Lambda function of the account runs the rule. */
export const isCustomRule = ({ source }: PackRule): boolean => 'lambda' in source;
