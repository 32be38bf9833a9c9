import type { SageMaker } from '@aws-sdk/client-sagemaker';
import type { CallOf, InputOf, OperationOf, Operations, Wire } from '../../toolkit/operations';

/** Handlers of SageMaker, which writes dates as seconds. */
export type SageMakerOperations = Operations<SageMaker>;

export type SageMakerCall<Operation extends OperationOf<SageMaker>> = CallOf<SageMaker, Operation>;

export type Input<Operation extends OperationOf<SageMaker>> = InputOf<SageMaker, Operation>;

/** A shape of the SDK's as it travels. */
export type Shape<T> = Wire<T, number>;
