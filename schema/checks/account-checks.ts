import type { Settings } from '../forms/settings';
import { withParents } from '../organizational-units';
import { type Problem, useOneOf } from '../problems/problem';
import { workloadProblems } from './ai';
import { tagProblems } from './settings-checks';
import { type AccountInFile, fileNameProblems, problemsIn, repeats } from './subject';

/** Rules of each account, alone and among the others. */
export function accountProblems(settings: Settings, accounts: readonly AccountInFile[]): Problem[] {
  return [
    ...uniquenessProblems(accounts),
    ...accounts.flatMap((account) => [
      ...fileNameProblems('account', account),
      ...originProblems(account),
      ...placeProblems(settings, account),
      ...regionProblems(settings, account),
      ...tagProblems(account.file, account.tags, settings.tags),
    ]),
    ...workloadProblems(settings, accounts),
  ];
}

/** Names, e-mail addresses and ids: AWS wants each of them once. */
function uniquenessProblems(accounts: readonly AccountInFile[]): Problem[] {
  const keyed = { name: 'name', email: 'e-mail address', id: 'account id' } as const;
  return (Object.keys(keyed) as (keyof typeof keyed)[]).flatMap((field) => {
    const holders = new Map<string, AccountInFile>();
    return accounts.flatMap((account) => {
      const value = account[field]?.toLowerCase();
      if (value === undefined) return [];
      const first = holders.get(value);
      if (!first) holders.set(value, account);
      return first
        ? [
            problemsIn(account.file)(
              field,
              account[field],
              `an ${keyed[field]} is used once, and ${first.file} uses it`.replace('an name', 'a name'),
              'give this account its own',
            ),
          ]
        : [];
    });
  });
}

function originProblems(account: AccountInFile): Problem[] {
  const problem = problemsIn(account.file);
  const { role, origin, id, state } = account;
  const problems: Problem[] = [];
  if (role === 'management') {
    if (origin)
      problems.push(
        problem(
          'origin',
          origin,
          'the management account is where the organization begins, it is not vended or adopted',
          'remove the field',
        ),
      );
    if (!id)
      problems.push(
        problem(
          'id',
          id,
          'the id of the management account guards every deployment',
          "write the twelve digits that 'aws sts get-caller-identity' shows",
        ),
      );
  } else if (origin === 'adopted' || origin === 'external') {
    if (!id) problems.push(problem('id', id, `an ${origin} account exists already`, 'write its twelve digits'));
  } else if (id) {
    problems.push(
      problem(
        'id',
        id,
        'the id of a vended account is given by AWS and read from state',
        "remove it, or set origin: 'adopted'",
      ),
    );
  }
  if (role !== 'workload' && origin === 'external')
    problems.push(
      problem('origin', origin, `the ${role} account belongs to the organization`, "use 'vended' or 'adopted'"),
    );
  if (role !== 'workload' && state === 'closing')
    problems.push(problem('state', state, `every other account depends on the ${role} account`, "set state: 'active'"));
  if (origin === 'external' && state === 'closing')
    problems.push(
      problem(
        'state',
        state,
        'an account outside the organization is closed by its owner',
        'destroy its stack, then delete the file',
      ),
    );
  return problems;
}

/** Whether the account has the OU that it should, and no other. */
function placeProblems(settings: Settings, { file, role, origin, ou }: AccountInFile): Problem[] {
  const problem = problemsIn(file);
  if (role === 'management' || origin === 'external')
    return ou === undefined
      ? []
      : [
          problem(
            'ou',
            ou,
            role === 'management' ? 'the management account stays at the root' : 'an external account is in no OU',
            'remove the field',
          ),
        ];
  const tree = withParents(settings.organizationalUnits);
  if (ou !== undefined && tree.includes(ou)) return [];
  return [problem('ou', ou, 'is not a path of organizationalUnits in accounts/landing-zone.ts', useOneOf(ou, tree))];
}

function regionProblems(settings: Settings, { file, regions }: AccountInFile): Problem[] {
  if (!regions) return [];
  const problem = problemsIn(file);
  return [
    ...regions.flatMap((region, index) =>
      settings.regions.includes(region)
        ? []
        : [
            problem(
              `regions[${index}]`,
              region,
              'is not a governed region of the landing zone',
              useOneOf(region, settings.regions),
            ),
          ],
    ),
    ...repeats(regions).map(({ index, value }) =>
      problem(`regions[${index}]`, value, 'a region stands in the list once', 'remove the second mention'),
    ),
    ...(regions.includes(settings.homeRegion)
      ? []
      : [
          problem(
            'regions',
            regions,
            'every account is governed in the home region, where its global resources are recorded',
            `add '${settings.homeRegion}'`,
          ),
        ]),
  ];
}
