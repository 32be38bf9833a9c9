import type { JsonService } from '../../toolkit/service';
import { leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { lineageOperations } from '../sagemaker-lineage';
import { LineageState } from '../sagemaker-lineage/state';
import type { SageMakerOperations } from './api';
import { groupOperations } from './groups';
import { listOperations } from './lists';
import { modelCardOperations } from './model-cards';
import { SageMakerState } from './state';
import { tagOperations } from './tags';

/** The part of SageMaker that governs models: registry, model cards and lineage; moto answers the rest. */
export function sagemaker(world: World): JsonService & Inventory {
  const state = new SageMakerState(world);
  const lineage = new LineageState(world, state.tags);
  world.organization.onLeave((account) => {
    state.forget(account);
    lineage.forget(account);
  });
  const operations: SageMakerOperations = {
    ...groupOperations(state),
    ...modelCardOperations(state),
    ...lineageOperations(lineage),
    ...tagOperations(state),
    ...listOperations(world),
  };
  return {
    protocol: 'json',
    name: 'sagemaker',
    operations,
    leftovers: () => [
      ...leftIn(state.groups, 'model-package-group'),
      ...leftIn(state.cards, 'model-card'),
      ...lineage.leftovers(),
    ],
  };
}
