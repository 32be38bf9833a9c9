import { AwsError } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';

/** A notification of a budget with those who get it. */
export interface Notification {
  readonly settings: Json;
  subscribers: readonly Json[];
}

/** A budget of one account. */
export interface Budget {
  readonly name: string;
  readonly arn: string;
  settings: Json;
  notifications: Notification[];
  readonly tags: Map<string, string>;
}

/** What AWS Budgets knows: a service without regions. */
export class BudgetsState {
  /** By account and name. */
  readonly budgets = new Store<Budget>();

  constructor(readonly world: World) {}

  /** The budget that a call names. */
  find({ account, input }: Call): Budget {
    const budget = this.budgets.get(account, String(input.BudgetName));
    if (!budget) throw notFound(`Unable to get budget: ${input.BudgetName} - the budget doesn't exist.`);
    return budget;
  }
}

/** What a caller hears when the input is outside its limits. */
export const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** What a caller hears who names what is not there. */
export const notFound = (message: string): AwsError => new AwsError('NotFoundException', message);

/** What a caller hears who makes a thing twice. */
export const duplicate = (message: string): AwsError => new AwsError('DuplicateRecordException', message);

/** What a caller hears who goes over a limit of notifications or subscribers. */
export const tooMany = (message: string): AwsError => new AwsError('CreationLimitExceededException', message);
