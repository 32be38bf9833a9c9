import type { Call } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { guarded, type JsonService } from '../../toolkit/service';
import type { Inventory, OrganizationView } from '../../world';
import { accountOperations } from './accounts';
import type { OrganizationsOperations } from './api';
import { attachmentOperations } from './attachments';
import { creationOperations } from './creation';
import { delegationOperations } from './delegation';
import { isDelegated } from './delegation-policy';
import { adoptExisting } from './founding';
import { organizationOperations } from './organization';
import { policyOperations } from './policies';
import { policyTypeOperations } from './policy-types';
import { resourcePolicyOperations } from './resource-policy';
import { OrganizationsState } from './state';
import { tagOperations } from './tags';
import { treeOperations } from './tree';
import { leftoversOf, viewOf } from './view';

/** Organizations as a service, and as the other services see it. */
export interface Organizations {
  readonly service: JsonService;
  readonly view: OrganizationView;
  readonly inventory: Inventory;
  /** Whether the account exists and is not closed, in the organization or outside of it. */
  isOpen(account: string): boolean;
}

/** AWS Organizations with all features: accounts, tree, policies and delegation under the rules of AWS. */
export function organizations(world: OrganizationsState['world']): Organizations {
  const state = new OrganizationsState(world);
  adoptExisting(state);
  const operations: OrganizationsOperations = {
    ...organizationOperations(state),
    ...accountOperations(state),
    ...creationOperations(state),
    ...treeOperations(state),
    ...policyOperations(state),
    ...policyTypeOperations(state),
    ...attachmentOperations(state),
    ...delegationOperations(state),
    ...tagOperations(state),
    ...resourcePolicyOperations(state),
  };
  return {
    service: {
      protocol: 'json',
      name: 'organizations',
      operations: guarded(operations, (call) => checkPermission(state, call)),
    },
    view: viewOf(state),
    inventory: { leftovers: () => leftoversOf(state) },
    isOpen: (account) => state.usedIds.has(account) && !state.closed.has(account),
  };
}

/** Reads are open to delegated administrators, and what the delegation policy says; DescribeOrganization is open to every member. */
function checkPermission(state: OrganizationsState, call: Omit<Call<object>, 'input'>): void {
  const { account, operation } = call;
  if (operation === 'CreateOrganization' || account === state.world.settings.managementAccount) return;
  const { delegates } = state.in(account);
  const isDelegate = [...delegates.values()].some((accounts) => accounts.has(account));
  if (operation === 'DescribeOrganization' || (isDelegate && /^(Describe|List)/.test(operation))) return;
  if (isDelegated(state, call)) return;
  throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
}
