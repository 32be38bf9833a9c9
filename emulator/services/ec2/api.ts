import type { EC2 } from '@aws-sdk/client-ec2';
import type { CallOf, OperationOf, Operations } from '../../toolkit/operations';

/** EC2 writes dates as ISO 8601. */
type Instant = string;

/** Handlers of EC2. */
export type Ec2Operations = Operations<EC2, Instant>;

export type Ec2Call<Operation extends OperationOf<EC2>> = CallOf<EC2, Operation, Instant>;
