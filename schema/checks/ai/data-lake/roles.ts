import { type Problem, useOneOf } from '../../../problems/problem';
import { wildcardTest } from '../../../text';
import { repeats } from '../../subject';
import type { LakeSubject } from './subject';

/** Rules of the roles that the lake knows, and of the lists that name them. */
export function roleProblems(subject: LakeSubject): Problem[] {
  return [...declaredProblems(subject), ...listProblems(subject), ...administratorProblems(subject)];
}

function declaredProblems({ lake, settings, problem }: LakeSubject): Problem[] {
  return [
    ...repeats(lake.roles.map(({ name }) => name)).map(({ index, value }) =>
      problem(`roles[${index}].name`, value, 'a role stands in the list once', 'remove the second mention'),
    ),
    ...lake.roles.flatMap(({ name, trusts }, index) => {
      const field = `roles[${index}].name`;
      if (name === settings.deployRole)
        return [
          problem(
            field,
            name,
            'the deploy role administers the lake by itself, and no person works with it',
            'remove it',
          ),
        ];
      return trusts !== undefined && (name.includes('/') || name.length > 64)
        ? [
            problem(
              field,
              name,
              'a role that is made here has a name of at most 64 characters, and no path',
              'rename it',
            ),
          ]
        : [];
    }),
  ];
}

function listProblems({ lake, problem }: LakeSubject): Problem[] {
  const known = lake.roles.map(({ name }) => name);
  return (['administrators', 'clearance', 'directReaders'] as const).flatMap((list) => [
    ...lake[list].flatMap((name, index) =>
      known.includes(name)
        ? []
        : [problem(`${list}[${index}]`, name, 'is not the name of a role in ai.dataLake.roles', useOneOf(name, known))],
    ),
    ...repeats(lake[list]).map(({ index, value }) =>
      problem(`${list}[${index}]`, value, 'a role stands in the list once', 'remove the second mention'),
    ),
  ]);
}

/** AWS takes 30 administrators. Lake Formation API Reference, DataLakeSettings. */
const administratorLimit = 30;

/** The control data-lake-grants denies every grant but those of stewards and of the deploy role. */
function administratorProblems({ lake, settings, problem }: LakeSubject): Problem[] {
  const { dataStewards } = settings.roles;
  const all = lake.administrators.length + 1;
  return [
    ...lake.administrators.flatMap((name, index) =>
      dataStewards.some((pattern) => wildcardTest(pattern)(name))
        ? []
        : [
            problem(
              `administrators[${index}]`,
              name,
              'who administers a lake is a data steward: every other role is denied to grant (control data-lake-grants)',
              'add the role to roles.dataStewards in accounts/landing-zone.ts, or remove it here',
            ),
          ],
    ),
    ...(all > administratorLimit
      ? [
          problem(
            'administrators',
            lake.administrators,
            `a lake has at most ${administratorLimit} administrators, the deploy role among them`,
            `remove ${all - administratorLimit} of them`,
          ),
        ]
      : []),
  ];
}
