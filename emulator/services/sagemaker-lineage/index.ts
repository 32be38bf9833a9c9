import type { SageMakerOperations } from '../sagemaker/api';
import { actionOperations } from './actions';
import { artifactOperations } from './artifacts';
import { associationOperations } from './associations';
import { contextOperations } from './contexts';
import { queryOperations } from './query';
import type { LineageState } from './state';

/** The lineage part of SageMaker's API. */
export const lineageOperations = (state: LineageState): SageMakerOperations => ({
  ...artifactOperations(state),
  ...contextOperations(state),
  ...actionOperations(state),
  ...associationOperations(state),
  ...queryOperations(state),
});
