import { type Budget, costServices } from '../../forms/ai/budget';
import { type Problem, useOneOf } from '../../problems/problem';
import { problemsIn, repeats } from '../subject';
import type { WorkloadSubject } from './subject';

/** Notifications that a budget may have. Source: Budgets API Reference, CreateBudget, as of 2026-11-20. */
const maximumNotifications = 5;

/** Rules of what an account may cost. */
export const budgetProblems = ({ account, ai: { budget } }: WorkloadSubject): Problem[] => {
  if (!budget) return [];
  const problem = problemsIn(account.file);
  const { alertsAtPercent, notify = [] } = budget;
  const twice = (field: string, values: readonly unknown[]) =>
    repeats(values).map(({ index, value }) =>
      problem(`ai.budget.${field}[${index}]`, value, 'stands in the list once', 'remove the second mention'),
    );
  return [
    ...serviceProblems(account.file, budget),
    ...twice('alertsAtPercent', alertsAtPercent),
    ...twice('notify', notify),
    // One more is the forecast's.
    ...(alertsAtPercent.length < maximumNotifications
      ? []
      : [
          problem(
            'ai.budget.alertsAtPercent',
            alertsAtPercent,
            `a budget has at most ${maximumNotifications} notifications, and the forecast is one of them`,
            `keep ${maximumNotifications - 1}`,
          ),
        ]),
  ];
};

function serviceProblems(file: string, { services, monthlyUsd }: Budget): Problem[] {
  const problem = problemsIn(file);
  return Object.entries(services).flatMap(([name, usd]) => {
    const field = `ai.budget.services.${name}`;
    if (!isCostService(name))
      return [
        problem(
          field,
          name,
          'is not a service as Cost Explorer spells it, so it would never cost anything',
          useOneOf(name, costServices),
        ),
      ];
    return usd > monthlyUsd
      ? [
          problem(
            field,
            usd,
            `a service may not cost more than the account (${monthlyUsd})`,
            'lower it, or raise monthlyUsd',
          ),
        ]
      : [];
  });
}

/** Third-party models of Bedrock are products of AWS Marketplace, whose names nobody can list. */
const isCostService = (name: string): boolean =>
  (costServices as readonly string[]).includes(name) || /^[\w.+ -]{1,48} \(Amazon Bedrock Edition\)$/.test(name);
