import { governanceTags } from '../forms/governance-tags';
import type { Settings } from '../forms/settings';
import { type Problem, useOneOf } from '../problems/problem';
import { type AccountInFile, problemsIn } from './subject';

/** Forms and controls know its values by heart. */
const closedKey = 'data-classification';

/** Rules of the tag policy, and of the tags that it is about. */
export function governanceTagProblems(file: string, settings: Settings, accounts: readonly AccountInFile[]): Problem[] {
  const { tagPolicy, tags } = settings;
  return [
    ...policyProblems(file, Object.keys(tagPolicy.values)),
    ...valueProblems(file, settings, 'tags.', tags),
    ...accounts.flatMap((account) => [
      ...valueProblems(account.file, settings, 'tags.', account.tags),
      ...valueProblems(account.file, settings, '', { owner: account.owner }),
    ]),
  ];
}

/** Why a tag of governance may not have a value, as rule and fix; undefined where it may. */
export function tryValueObjection(
  { tagPolicy }: Settings,
  key: string,
  value: string,
): Pick<Problem, 'rule' | 'fix'> | undefined {
  const allowed = governanceTags(tagPolicy)[key] ?? [];
  if (allowed.length === 0 || allowed.includes(value)) return undefined;
  const more = key === closedKey ? '' : '; tagPolicy.values takes more';
  return { rule: `is no value of the tag '${key}'`, fix: `${useOneOf(value, allowed)}${more}` };
}

function policyProblems(file: string, keys: readonly string[]): Problem[] {
  const all = [...Object.keys(governanceTags({ enforced: true, values: {} })), ...keys];
  return keys.flatMap((key) => {
    const problem = (rule: string, fix: string) => problemsIn(file)(`tagPolicy.values.${key}`, key, rule, fix);
    const spelled = all.find((other) => other !== key && other.toLowerCase() === key.toLowerCase());
    if (spelled) return [problem(`a tag key stands once, in whatever case, and '${spelled}' is there`, 'use that key')];
    if (/^aws:/i.test(key)) return [problem("AWS keeps tag keys that begin with 'aws:' for itself", 'rename the key')];
    return key === closedKey
      ? [problem('controls and forms know the classes of the landing zone alone', 'remove the key')]
      : [];
  });
}

/** Tags that Organizations would report, or refuse. */
function valueProblems(
  file: string,
  settings: Settings,
  parent: string,
  tags: Readonly<Record<string, string>>,
): Problem[] {
  const known = Object.keys(governanceTags(settings.tagPolicy));
  return Object.entries(tags).flatMap(([key, value]) => {
    const field = `${parent}${key}`;
    const spelled = known.find((other) => other !== key && other.toLowerCase() === key.toLowerCase());
    // Whoever writes `Owner` hears of it already.
    if (spelled && spelled !== 'owner')
      return [
        problemsIn(file)(field, value, `the tag policy spells the key '${spelled}'`, `rename it to '${spelled}'`),
      ];
    const objection = tryValueObjection(settings, key, value);
    return objection ? [problemsIn(file)(field, value, objection.rule, objection.fix)] : [];
  });
}
