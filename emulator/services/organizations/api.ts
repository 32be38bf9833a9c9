import type { Organizations } from '@aws-sdk/client-organizations';
import type { InputOf, OperationOf, Operations } from '../../toolkit/operations';

/** Handlers of AWS Organizations. */
export type OrganizationsOperations = Operations<Organizations>;

/** The input of an operation. */
export type Input<Operation extends OperationOf<Organizations>> = InputOf<Organizations, Operation>;
