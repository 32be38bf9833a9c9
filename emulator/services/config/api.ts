import type { ConfigService } from '@aws-sdk/client-config-service';
import type { CallOf, InputOf, OperationOf, Operations, Wire } from '../../toolkit/operations';

/** AWS Config writes dates as seconds. */
type Instant = number;

/** Handlers of AWS Config. */
export type ConfigOperations = Operations<ConfigService, Instant>;

export type ConfigCall<Operation extends OperationOf<ConfigService>> = CallOf<ConfigService, Operation, Instant>;

export type Input<Operation extends OperationOf<ConfigService>> = InputOf<ConfigService, Operation, Instant>;

/** A shape of the SDK's as AWS Config writes it. */
export type Shape<T> = Wire<T, Instant>;
