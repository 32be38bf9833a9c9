import type { Budget as Description, Notification, Subscriber } from '@aws-sdk/client-budgets';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';
import { notFound } from './errors';

/** What a budget's maker says of it. */
export interface Settings extends Shape<Description> {
  readonly BudgetName: string;
}

/** A notification of a budget with those who get it. */
export interface Alert {
  readonly settings: Shape<Notification>;
  readonly subscribers: readonly Shape<Subscriber>[];
}

/** A budget of one account. */
export interface Budget {
  readonly name: string;
  readonly arn: string;
  settings: Settings;
  updated: number;
  alerts: readonly Alert[];
  readonly tags: Tags;
}

/** What AWS Budgets knows: a service without regions. */
export class BudgetsState {
  /** By account and name. */
  readonly budgets = new Store<Budget>();

  constructor(readonly world: World) {}

  find(account: string, name: string | undefined): Budget {
    const budget = this.budgets.get(account, name ?? '');
    if (!budget) throw notFound(`Unable to get budget: ${name} - the budget doesn't exist.`);
    return budget;
  }
}
