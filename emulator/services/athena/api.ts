import type { Athena } from '@aws-sdk/client-athena';
import type { CallOf, OperationOf, Operations, Wire } from '../../toolkit/operations';

/** Handlers of Athena, which writes dates as seconds. */
export type AthenaOperations = Operations<Athena>;

export type AthenaCall<Operation extends OperationOf<Athena>> = CallOf<Athena, Operation>;

/** A shape of the SDK's as it travels. */
export type Shape<T> = Wire<T, number>;
