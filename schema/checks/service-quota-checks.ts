import { unlessBroken } from '../problems/broken-fields';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { AccountInFile, ZoneSubject } from './subject';

/** Rules of the quotas that accounts ask for: in regions of theirs, and each once. */
export const serviceQuotaProblems = ({ settings, accounts }: ZoneSubject): readonly Problem[] =>
  accounts.flatMap((account) => unlessBroken(() => problemsOf(account, account.regions ?? settings.regions)) ?? []);

function problemsOf({ file, serviceQuotas }: AccountInFile, governed: readonly string[]): readonly Problem[] {
  const { known, unique } = rulesOf(file);
  const asked = serviceQuotas.flatMap(({ service, code, regions = governed }, index) =>
    regions.map((region) => ({ index, what: `${service} ${code} in ${region}` })),
  );
  return [
    ...serviceQuotas.flatMap(({ regions = [] }, index) =>
      known(regions, governed, {
        field: (at) => `serviceQuotas[${index}].regions[${at}]`,
        rule: 'is not a region of the account',
      }),
    ),
    ...unique(
      asked.map(({ what }) => what),
      {
        field: (at) => `serviceQuotas[${asked[at]?.index}]`,
        rule: 'a quota must not be asked for twice in a region',
        fix: 'keep one of the values',
      },
    ),
  ];
}
