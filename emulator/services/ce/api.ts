import type { CostExplorer } from '@aws-sdk/client-cost-explorer';
import type { Operations, Wire } from '../../toolkit/operations';

/** Handlers of Cost Explorer, in whose service model times are text. */
export type CostExplorerOperations = Operations<CostExplorer>;

/** A shape of the SDK's as it travels. */
export type Shape<T> = Wire<T, number>;
