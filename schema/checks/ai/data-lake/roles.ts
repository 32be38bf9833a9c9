import { quotas } from '../../../facts/quotas';
import { lakeRolePattern } from '../../../forms/ai/data-lake-view';
import { settingsFile } from '../../../forms/settings';
import type { Problem } from '../../../problems/problem';
import { matchesWildcard } from '../../../text';
import type { LakeSubject } from './subject';

/** Rules of the roles that the lake knows, and of the lists that name them. */
export const roleChecks: readonly ((subject: LakeSubject) => readonly Problem[])[] = [
  declaredProblems,
  listProblems,
  stewardProblems,
  administratorQuotaProblems,
];

function declaredProblems({ lake, settings, rules: { rule } }: LakeSubject): readonly Problem[] {
  // IAM User Guide, reference_iam-quotas: names are not distinguished by case.
  const names = lake.roles.map(({ name }) => name.toLowerCase());
  return [
    ...lake.roles.flatMap(({ name, trusts }, index) => {
      const at = { field: `roles[${index}].name`, value: name };
      const isOurs = name === settings.deployRole;
      return [
        ...rule(names.indexOf(name.toLowerCase()) === index, {
          ...at,
          rule: 'a role must not be listed twice, and names of IAM roles differ in more than case',
          fix: 'remove the duplicate',
        }),
        ...rule(!isOurs, {
          ...at,
          rule: 'the deploy role is always an administrator of the lake, and people do not work with it',
          fix: 'remove it',
        }),
        ...rule(isOurs || trusts === undefined || (!name.includes('/') && name.length <= 64), {
          ...at,
          rule: 'a role that is made here has a name of at most 64 characters, and no path',
          fix: 'rename it',
        }),
        ...rule(trusts === undefined || !name.toLowerCase().startsWith(`${settings.name}-`), {
          ...at,
          rule: `roles of the landing zone itself begin with '${settings.name}-'`,
          fix: 'rename it',
        }),
      ];
    }),
  ];
}

function listProblems({ lake, rules: { known, unique } }: LakeSubject): readonly Problem[] {
  const names = lake.roles.map(({ name }) => name);
  return (['administrators', 'clearance', 'directReaders'] as const).flatMap((list) => [
    ...known(lake[list], names, { field: list, rule: 'is not the name of a role in ai.dataLake.roles' }),
    ...unique(lake[list], { field: list, rule: 'a role must not be listed twice' }),
  ]);
}

/** The control data-lake-grants denies every grant but those of stewards and of the deploy role. */
function stewardProblems({ lake, settings, rules: { rule } }: LakeSubject): readonly Problem[] {
  const names = lake.roles.map(({ name }) => name);
  return lake.administrators.flatMap((name, index) =>
    rule(
      !names.includes(name) ||
        settings.roles.dataStewards.some((pattern) => matchesWildcard(pattern, exampleOf(lake, name))),
      {
        field: `administrators[${index}]`,
        value: name,
        rule: 'administrators of a lake must be data stewards: other roles may not grant (control data-lake-grants)',
        fix: `add the role to roles.dataStewards in ${settingsFile}, or remove it here`,
      },
    ),
  );
}

/** A role as it may be called: with a region and 16 characters where AWS makes them up. */
const exampleOf = (lake: LakeSubject['lake'], name: string): string =>
  lakeRolePattern(lake, name).replace('*', 'eu-central-1/').replaceAll('?', '0');

function administratorQuotaProblems({ lake, rules: { rule } }: LakeSubject): readonly Problem[] {
  const { value: most } = quotas.lakeAdministrators;
  const all = lake.administrators.length + 1;
  return rule(all <= most, {
    field: 'administrators',
    value: lake.administrators,
    rule: `a lake has at most ${most} administrators, the deploy role among them`,
    fix: `remove ${all - most} of them`,
  });
}
