import type { Budgets } from '@aws-sdk/client-budgets';
import type { CallOf, OperationOf, Operations, Wire } from '../../toolkit/operations';

/** Handlers of AWS Budgets, which writes dates as seconds. */
export type BudgetsOperations = Operations<Budgets>;

export type BudgetsCall<Operation extends OperationOf<Budgets>> = CallOf<Budgets, Operation>;

/** A shape of the SDK's as it travels. */
export type Shape<T> = Wire<T, number>;
