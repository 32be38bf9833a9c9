import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import type { CallOf, InputOf, OperationOf, Operations, Wire } from '../../toolkit/operations';

/** CloudFormation writes dates as ISO 8601, which is the default of the query protocol. */
type Instant = string;

/** Handlers of AWS CloudFormation. */
export type CloudFormationOperations = Operations<CloudFormation, Instant>;

export type CloudFormationCall<Operation extends OperationOf<CloudFormation>> = CallOf<
  CloudFormation,
  Operation,
  Instant
>;

export type Input<Operation extends OperationOf<CloudFormation>> = InputOf<CloudFormation, Operation, Instant>;

/** A shape of the SDK's as CloudFormation writes it. */
export type Shape<T> = Wire<T, Instant>;
