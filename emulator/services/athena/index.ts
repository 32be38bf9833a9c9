import type { JsonService } from '../../toolkit/service';
import { leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import type { AthenaOperations } from './api';
import { namedQueryOperations } from './named-queries';
import { AthenaState, primary } from './state';
import { tagOperations } from './tags';
import { workgroupOperations } from './workgroups';

/** Athena as far as it is configured: workgroups and saved queries. moto loses both rules and deletions of these. */
export function athena(world: World): JsonService & Inventory {
  const state = new AthenaState(world);
  world.organization.onLeave((account) => state.forget(account));
  const operations: AthenaOperations = {
    ...workgroupOperations(state),
    ...tagOperations(state),
    ...namedQueryOperations(state),
  };
  return {
    protocol: 'json',
    name: 'athena',
    operations,
    leftovers: () => [
      ...leftIn(state.workgroups, 'workgroup', ({ name }) => name === primary),
      ...state.queries
        .entries()
        .map(([[account = '', region], { name }]) => ({ account, resource: `${region} named-query ${name}` })),
    ],
  };
}
