import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { namedQueryOperations } from './named-queries';
import { AthenaState, primary } from './state';
import { tagOperations, workgroupOperations } from './workgroups';

/** Athena as far as it is configured: workgroups and saved queries. moto loses both rules and deletions of these. */
export function athena(world: World): Service & Inventory {
  const state = new AthenaState();
  world.organization.onLeave((account) => state.forget(account));
  return {
    protocol: 'json',
    name: 'athena',
    operations: {
      ...workgroupOperations(state),
      ...tagOperations(state),
      ...namedQueryOperations(state, world.newId),
    },
    leftovers: () => [
      ...state.workgroups
        .entries()
        .filter(([, { name }]) => name !== primary)
        .map(([[account = '', region], { name }]) => ({ account, resource: `${region} workgroup ${name}` })),
      ...state.queries
        .entries()
        .map(([[account = '', region], { name }]) => ({ account, resource: `${region} named-query ${name}` })),
    ],
  };
}
