import type { IAM } from '@aws-sdk/client-iam';
import type { CallOf, OperationOf, Operations, OutputOf } from '../../toolkit/operations';

/** IAM writes dates as ISO 8601, which is the default of the query protocol. */
type Instant = string;

/** Handlers of IAM. */
export type IamOperations = Operations<IAM, Instant>;

export type IamCall<Operation extends OperationOf<IAM>> = CallOf<IAM, Operation, Instant>;

export type Output<Operation extends OperationOf<IAM>> = OutputOf<IAM, Operation, Instant>;
