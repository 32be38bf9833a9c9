import type { Handler } from '../../toolkit/untyped';
import type { Inventory } from '../../world';
import { associationOperations } from './associations';
import { entityOperations } from './entities';
import { LineageEntities } from './lineage-entities';
import { queryOperations } from './query';
import type { LineageState } from './state';

/** The lineage part of SageMaker's API. */
export function sagemakerLineage(
  state: LineageState,
): { readonly operations: Readonly<Record<string, Handler>> } & Inventory {
  const entities = new LineageEntities(state);
  return {
    operations: {
      ...entityOperations(state),
      ...associationOperations(state, entities),
      ...queryOperations(state, entities),
    },
    leftovers: () => state.leftovers(),
  };
}
