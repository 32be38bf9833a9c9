import type { CloudTrail } from '@aws-sdk/client-cloudtrail';
import type { CallOf, InputOf, OperationOf, Operations, OutputOf, Wire } from '../../toolkit/operations';

/** Handlers of AWS CloudTrail. */
export type CloudTrailOperations = Operations<CloudTrail>;

export type CloudTrailCall<Operation extends OperationOf<CloudTrail>> = CallOf<CloudTrail, Operation>;

export type Input<Operation extends OperationOf<CloudTrail>> = InputOf<CloudTrail, Operation>;

export type Output<Operation extends OperationOf<CloudTrail>> = OutputOf<CloudTrail, Operation>;

/** A shape of the SDK's as CloudTrail writes it: dates in seconds. */
export type Shape<T> = Wire<T, number>;
