import { quotas } from '../facts/quotas';
import { type Budget, costServices, type Limit } from '../forms/budget';
import { type Problem, useOneOf } from '../problems/problem';
import { type Rules, rulesOf } from './rule';
import type { AccountInFile } from './subject';

/** Rules of what an account may cost, with models and without. */
export const budgetChecks: readonly ((account: AccountInFile) => readonly Problem[])[] = [
  ({ file, budget }) => (budget ? limitProblems(rulesOf(file, 'budget'), budget) : []),
  ({ file, ai }) => (ai?.budget ? limitProblems(rulesOf(file, 'ai.budget'), ai.budget) : []),
  ({ file, origin, budget }) => (budget ? monitorProblems(rulesOf(file, 'budget'), budget, origin) : []),
  ({ file, origin, ai }) => (ai?.budget ? monitorProblems(rulesOf(file, 'ai.budget'), ai.budget, origin) : []),
  ({ file, ai, budget }) =>
    rulesOf(file).rule(!budget || !ai, {
      field: 'budget',
      value: budget,
      rule: 'an account with `ai` has its budget there',
      fix: 'write it as ai.budget',
    }),
];

/** A subscription of the management account takes no monitor of another account. */
const monitorProblems = (
  { rule }: Rules,
  { anomalies: { monitorArn } }: Budget,
  origin: AccountInFile['origin'],
): readonly Problem[] =>
  rule(monitorArn === undefined || origin === 'external', {
    field: 'anomalies.monitorArn',
    value: monitorArn,
    rule: 'the management account watches the accounts of the organization, each by a monitor that the stack `cost` makes',
    fix: 'remove monitorArn',
  });

/** Rules of any limit, of an account or of several. */
export function limitProblems(rules: Rules, budget: Limit): readonly Problem[] {
  const { alertsAtPercent, forecastAtPercent, notify = [] } = budget;
  const { value } = quotas.budgetNotifications;
  const hasForecast = forecastAtPercent !== 'off';
  const most = hasForecast ? value - 1 : value;
  return [
    ...serviceProblems(rules, budget),
    ...rules.unique(alertsAtPercent, { field: 'alertsAtPercent', rule: 'must not be listed twice' }),
    ...rules.unique(notify, { field: 'notify', rule: 'must not be listed twice' }),
    ...rules.rule(alertsAtPercent.length <= most, {
      field: 'alertsAtPercent',
      value: alertsAtPercent,
      rule: `a budget has at most ${value} notifications${hasForecast ? ', and the forecast is one of them' : ''}`,
      fix: hasForecast ? `keep ${most}, or set forecastAtPercent: 'off'` : `keep ${most}`,
    }),
    ...rules.rule(hasForecast || alertsAtPercent.length > 0, {
      field: 'alertsAtPercent',
      value: alertsAtPercent,
      rule: 'a budget without an alert and without a forecast tells nobody anything',
      fix: 'write a percentage, or remove the budget',
    }),
  ];
}

function serviceProblems({ rule }: Rules, { services, monthlyUsd }: Limit): readonly Problem[] {
  return Object.entries(services).flatMap(([name, usd]) => [
    ...rule(isCostService(name), {
      field: `services.${name}`,
      value: name,
      rule: 'is not a service as Cost Explorer spells it, so it would never cost anything',
      fix: () => useOneOf(name, costServices),
    }),
    ...rule(!isCostService(name) || usd <= monthlyUsd, {
      field: `services.${name}`,
      value: usd,
      rule: `a service may not cost more than all of them together (${monthlyUsd})`,
      fix: 'lower it, or raise monthlyUsd',
    }),
  ]);
}

/** Third-party models of Bedrock are products of AWS Marketplace, whose names nobody can list. */
const isCostService = (name: string): boolean =>
  (costServices as readonly string[]).includes(name) || /^[\w.+ -]{1,48} \(Amazon Bedrock Edition\)$/.test(name);
