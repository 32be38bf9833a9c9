import { ownValue } from '../facts/own-value';
import { governanceTags } from '../forms/governance-tags';
import { type Settings, settingsFile } from '../forms/settings';
import { unlessBroken } from '../problems/broken-fields';
import { type Problem, useOneOf } from '../problems/problem';
import { type Rules, rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** Forms and controls know its values by heart. */
const closedKey = 'data-classification';

/** Rules of the tag policy, and of the tags that it is about. */
export const governanceTagChecks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  policyProblems,
  ({ settings }) => valueProblems(rulesOf(settingsFile), settings, 'tags.', settings.tags),
  ({ settings, accounts }) =>
    accounts.flatMap(
      ({ file, ...account }) =>
        unlessBroken(() => [
          ...valueProblems(rulesOf(file), settings, 'tags.', account.tags),
          ...valueProblems(rulesOf(file), settings, '', { owner: account.owner }),
        ]) ?? [],
    ),
];

/** A tag of governance has a value that the tag policy admits. */
export function tagValueProblems(
  { rule }: Rules,
  { tagPolicy }: Settings,
  field: string,
  key: string,
  value: string,
): readonly Problem[] {
  const allowed = ownValue(governanceTags(tagPolicy), key) ?? [];
  return rule(allowed.length === 0 || allowed.includes(value), {
    field,
    value,
    rule: `is not a value of the tag '${key}'`,
    fix: () => `${useOneOf(value, allowed)}${key === closedKey ? '' : '; tagPolicy.values takes more'}`,
  });
}

/** The spelling of a key that is there in another case. */
const otherSpelling = (keys: readonly string[], key: string): string | undefined =>
  keys.find((other) => other !== key && other.toLowerCase() === key.toLowerCase());

function policyProblems({ settings: { tagPolicy } }: ZoneSubject): readonly Problem[] {
  const keys = Object.keys(tagPolicy.values);
  const all = [...Object.keys(governanceTags({ enforced: true, values: {} })), ...keys];
  const { rule } = rulesOf(settingsFile, 'tagPolicy.values');
  return keys.flatMap((key) => {
    const spelled = otherSpelling(all, key);
    if (spelled !== undefined)
      return rule(false, {
        field: key,
        value: key,
        rule: `tag keys must differ in more than case, and '${spelled}' is listed already`,
        fix: `rename it to '${spelled}'`,
      });
    return [
      ...rule(!/^aws:/i.test(key), {
        field: key,
        value: key,
        rule: "AWS reserves tag keys that begin with 'aws:'",
        fix: 'rename the key',
      }),
      ...rule(key !== closedKey, {
        field: key,
        value: key,
        rule: 'its values cannot be extended: controls and forms know only these classes',
        fix: 'remove the key',
      }),
    ];
  });
}

/** Tags that Organizations would report, or refuse. */
function valueProblems(
  rules: Rules,
  settings: Settings,
  parent: string,
  tags: Readonly<Record<string, string>>,
): readonly Problem[] {
  const known = Object.keys(governanceTags(settings.tagPolicy));
  return Object.entries(tags).flatMap(([key, value]) => {
    const field = `${parent}${key}`;
    // Two spellings in the tag policy are refused there.
    const spelled = known.includes(key) ? undefined : otherSpelling(known, key);
    // A key like `Owner` is refused already, as a second spelling of the tag that the landing zone writes.
    if (spelled !== undefined && spelled !== 'owner')
      return rules.rule(false, {
        field,
        value,
        rule: `the tag policy spells the key '${spelled}'`,
        fix: `rename it to '${spelled}'`,
      });
    return tagValueProblems(rules, settings, field, key, value);
  });
}
