import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { limitProblems } from './budget-checks';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

const rules = rulesOf(settingsFile, 'costs');

/** Rules of what the organization may cost. */
export const costChecks: readonly ((zone: ZoneSubject) => readonly Problem[])[] = [
  ({ settings: { costs } }) =>
    costs.budgets.flatMap((budget, index) => limitProblems(rules.below(`budgets[${index}]`), budget)),
  ({ settings: { costs } }) =>
    rules.unique(
      costs.budgets.map(({ name }) => name),
      { field: (index) => `budgets[${index}].name`, rule: 'two budgets must not have one name', fix: 'rename one' },
    ),
  ({ settings: { costs } }) =>
    rules.unique(costs.allocationTags, { field: 'allocationTags', rule: 'must not be listed twice' }),
  ({ settings: { costs } }) =>
    costs.allocationTags.flatMap((key, index) =>
      rules.rule(!/^aws:/i.test(key), {
        field: `allocationTags[${index}]`,
        value: key,
        rule: "only tags of your own are switched on here, and AWS reserves 'aws:' for its own",
        fix: 'activate it in the Billing console, or remove it',
      }),
    ),
  // A budget of a tag that AWS does not split the bill by counts nothing, for ever.
  ({ settings: { costs } }) =>
    costs.budgets.flatMap(({ tag }, index) =>
      rules.rule(tag === undefined || costs.allocationTags.includes(tag.key), {
        field: `budgets[${index}].tag.key`,
        value: tag?.key,
        rule: 'AWS does not split the bill by this tag, so the budget would count nothing',
        fix: `add '${tag?.key}' to costs.allocationTags`,
      }),
    ),
  accountProblems,
];

/** The accounts that a budget counts are paid for by the organization. */
function accountProblems({ settings: { costs }, accounts, complete }: ZoneSubject): readonly Problem[] {
  const members = accounts.filter(({ origin }) => origin !== 'external').map(({ name }) => name);
  const outside = accounts.filter(({ origin }) => origin === 'external').map(({ name }) => name);
  return costs.budgets.flatMap(({ accounts: counted = [] }, index) => {
    const field = `budgets[${index}].accounts`;
    return [
      ...rules.unique(counted, { field, rule: 'must not be listed twice' }),
      ...(complete
        ? rules.known(counted, [...members, ...outside], { field, rule: 'is not the name of an account' })
        : []),
      ...counted.flatMap((name, at) =>
        rules.rule(!outside.includes(name), {
          field: `${field}[${at}]`,
          value: name,
          rule: 'the organization does not pay for an external account, so it would cost nothing',
          fix: 'write a budget in the file of the account',
        }),
      ),
    ];
  });
}
