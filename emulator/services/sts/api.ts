import type { STS } from '@aws-sdk/client-sts';
import type { CallOf, OperationOf, Operations, OutputOf } from '../../toolkit/operations';

/** STS writes dates as ISO 8601, which is the default of the query protocol. */
type Instant = string;

/** Handlers of STS. */
export type StsOperations = Operations<STS, Instant>;

export type StsCall<Operation extends OperationOf<STS>> = CallOf<STS, Operation, Instant>;

export type Output<Operation extends OperationOf<STS>> = OutputOf<STS, Operation, Instant>;
