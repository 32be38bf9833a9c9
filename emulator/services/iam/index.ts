import type { QueryService } from '../../toolkit/service';
import type { Inventory } from '../../world';
import type { IamOperations } from './api';
import { lastAccessedOperations } from './last-accessed';
import { roleDeletionOperations } from './role-deletion';
import { isEnabled, rootAccessLeftovers, rootAccessOperations } from './root-access';
import { serviceLinkedRoleOperations } from './service-linked-roles';
import { IamState, type RoleUses } from './state';

/** What moto lacks of IAM or gets wrong: centralized root access, service-linked roles and reports of last access; moto answers the rest. */
export function iam(
  world: IamState['world'],
  uses: RoleUses,
): QueryService & Inventory & { hasRootSessions(): boolean } {
  const state = new IamState(world, uses);
  const operations: IamOperations = {
    ...rootAccessOperations(state),
    ...serviceLinkedRoleOperations(state),
    ...roleDeletionOperations(state),
    ...lastAccessedOperations(state),
  };
  return {
    protocol: 'query',
    name: 'iam',
    operations,
    leftovers: () => rootAccessLeftovers(state),
    hasRootSessions: () => isEnabled(state, 'RootSessions'),
  };
}
