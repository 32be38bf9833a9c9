import { governanceTags, ownTagKeys } from '../forms/governance-tags';
import { isInPlace } from '../forms/in-place';
import { type Settings, settingsFile } from '../forms/settings';
import type { PlacedTagPolicy } from '../forms/unit-policies';
import { unlessBroken } from '../problems/broken-fields';
import { type Problem, useOneOf } from '../problems/problem';
import { formerlyProblems } from './formerly';
import { useRegion } from './region-checks';
import { type Rules, rulesOf } from './rule';
import type { ZoneSubject } from './subject';
import { whereProblems } from './where-checks';

/** Rules of the tag and backup policies of OUs: names, places, and what they may say. */
export const unitPolicyChecks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  (zone) => placedProblems(zone, 'tagPolicies'),
  (zone) => placedProblems(zone, 'backupPolicies'),
  ({ settings }) =>
    settings.tagPolicies.flatMap((policy, index) => keyProblems(settings, policy, at('tagPolicies', index))),
  accountTagProblems,
  ({ settings }) => backupProblems(settings),
];

type List = 'tagPolicies' | 'backupPolicies';

const at = (list: List, index: number): Rules => rulesOf(settingsFile, `${list}[${index}]`);

function placedProblems(zone: ZoneSubject, list: List): readonly Problem[] {
  const policies = zone.settings[list];
  const names = policies.map(({ name }) => name);
  const formers = policies.flatMap(({ formerly }) => formerly ?? []);
  const thing = list === 'tagPolicies' ? 'tag policy' : 'backup policy';
  return [
    ...rulesOf(settingsFile).unique(names, {
      field: (index) => `${list}[${index}].name`,
      rule: 'names are unique',
      fix: 'rename one of the two',
    }),
    ...policies.flatMap(({ name, formerly, where }, index) => [
      ...formerlyProblems(at(list, index), { field: 'formerly', thing, name, formerly, names, formers }),
      ...whereProblems(at(list, index), zone, where),
    ]),
  ];
}

/** Keys that the landing zone writes with values of its own, AWS's keys, and second spellings. */
function keyProblems({ tagPolicy }: Settings, { values }: PlacedTagPolicy, { rule }: Rules): readonly Problem[] {
  const keys = Object.keys(values);
  const known = Object.keys(governanceTags(tagPolicy));
  return keys.flatMap((key) => {
    const spelled = [...known, ...keys].find((other) => other !== key && other.toLowerCase() === key.toLowerCase());
    const problem = { field: `values.${key}`, value: key };
    if (spelled !== undefined)
      return rule(false, {
        ...problem,
        rule: `tag keys must differ in more than case, and '${spelled}' is listed already`,
        fix: `rename it to '${spelled}'`,
      });
    return [
      ...rule(!/^aws:/i.test(key), {
        ...problem,
        rule: "AWS reserves tag keys that begin with 'aws:'",
        fix: 'rename the key',
      }),
      ...rule(!ownTagKeys.includes(key), {
        ...problem,
        rule: 'the landing zone writes this tag in every account, so its values are those of the organization',
        fix: 'write them in tagPolicy.values',
      }),
    ];
  });
}

/** Tags that a policy of the account's place would have AWS refuse, on every resource of the account. */
function accountTagProblems({ settings, accounts }: ZoneSubject): readonly Problem[] {
  return accounts.flatMap(
    (account) =>
      unlessBroken(() =>
        settings.tagPolicies.flatMap(({ name, values, where }) => {
          if (account.origin === 'external' || !isInPlace(settings.tags, where, account)) return [];
          return Object.entries({ ...settings.tags, ...account.tags }).flatMap(([key, value]) => {
            const allowed = new Map(Object.entries(values)).get(key) ?? [];
            const isOwn = account.tags[key] !== undefined;
            return rulesOf(isOwn ? account.file : settingsFile).rule(allowed.length === 0 || allowed.includes(value), {
              field: `tags.${key}`,
              value,
              rule: `is not a value of the tag '${key}' by the tag policy ${name}, which binds the account ${account.name}`,
              fix: () => `${useOneOf(value, allowed)}; tagPolicies takes more`,
            });
          });
        }),
      ) ?? [],
  );
}

/** Source of the 90 days: AWS Backup Developer Guide, Lifecycle. */
const coldStorageDays = 90;

function backupProblems({ backupPolicies, regions }: Settings): readonly Problem[] {
  return backupPolicies.flatMap((policy, index) => {
    const { rule, known, unique } = at('backupPolicies', index);
    return [
      ...known(policy.regions ?? [], regions, {
        field: 'regions',
        rule: 'is not a governed region of the landing zone',
        fix: (region) => useRegion(region, regions),
      }),
      ...unique(
        policy.rules.map(({ name }) => name),
        { field: (each) => `rules[${each}].name`, rule: 'names are unique', fix: 'rename one of the two' },
      ),
      ...policy.rules.flatMap(({ coldStorageAfterDays = 0, deleteAfterDays }, each) =>
        rule(
          coldStorageAfterDays === 0 ||
            deleteAfterDays === undefined ||
            deleteAfterDays >= coldStorageAfterDays + coldStorageDays,
          {
            field: `rules[${each}].deleteAfterDays`,
            value: deleteAfterDays,
            rule: `a backup stays in cold storage for ${coldStorageDays} days at least, after ${coldStorageAfterDays} days before it`,
            fix: `write ${coldStorageAfterDays + coldStorageDays} or more, or remove coldStorageAfterDays`,
          },
        ),
      ),
    ];
  });
}
