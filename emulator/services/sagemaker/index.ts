import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { lineageOperations } from '../sagemaker-lineage';
import { LineageState } from '../sagemaker-lineage/state';
import { ModelPackageGroups } from './groups';
import { ModelCards } from './model-cards';
import { Tags } from './tags';

/** The part of SageMaker that governs models: registry, model cards and lineage; moto answers the rest. */
export function sagemaker(world: World): Extract<Service, { protocol: 'json' }> & Inventory {
  const tags = new Tags();
  const groups = new ModelPackageGroups(tags);
  const cards = new ModelCards(world.moto, tags);
  const lineage = new LineageState(world, tags);
  world.organization.onLeave((account) => {
    groups.forget(account);
    cards.forget(account);
    lineage.forget(account);
  });
  return {
    protocol: 'json',
    name: 'sagemaker',
    operations: { ...groups.operations, ...cards.operations, ...lineageOperations(lineage), ...tags.operations },
    leftovers: () => [...groups.leftovers(), ...cards.leftovers(), ...lineage.leftovers()],
  };
}
