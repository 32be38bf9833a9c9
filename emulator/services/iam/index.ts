import { AwsError } from '../../toolkit/errors';
import type { QueryService } from '../../toolkit/service';
import type { Call } from '../../toolkit/untyped';
import type { Inventory, World } from '../../world';
import { RoleDeletions, type RoleUses } from './role-deletion';
import { RootAccess } from './root-access';
import { createServiceLinkedRole } from './service-linked-roles';

/** What moto lacks of IAM or gets wrong: centralized root access and service-linked roles; moto answers the rest. */
export function iam(
  { organization, moto, newId }: Pick<World, 'organization' | 'moto' | 'newId'>,
  uses: RoleUses,
): QueryService & Inventory & { hasRootSessions(): boolean } {
  const rootAccess = new RootAccess(organization);
  const deletions = new RoleDeletions({ moto, newId }, uses);
  return {
    protocol: 'query',
    name: 'iam',
    operations: {
      EnableOrganizationsRootCredentialsManagement: (call: Call) =>
        rootAccess.enable(call, 'RootCredentialsManagement'),
      EnableOrganizationsRootSessions: (call: Call) => rootAccess.enable(call, 'RootSessions'),
      DisableOrganizationsRootCredentialsManagement: (call: Call) =>
        rootAccess.disable(call, 'RootCredentialsManagement'),
      DisableOrganizationsRootSessions: (call: Call) => rootAccess.disable(call, 'RootSessions'),
      ListOrganizationsFeatures: (call: Call) => rootAccess.list(call),
      CreateServiceLinkedRole: ({ account, input: { AWSServiceName: service, CustomSuffix, Description } }: Call) => {
        if (CustomSuffix) throw new AwsError('InvalidInput', `Custom suffix is not allowed for ${service}`);
        return createServiceLinkedRole(moto, account, service, Description);
      },
      DeleteServiceLinkedRole: ({ account, input }: Call) => deletions.submit(account, input.RoleName),
      GetServiceLinkedRoleDeletionStatus: ({ account, input }: Call) => deletions.status(account, input.DeletionTaskId),
    },
    leftovers: () => rootAccess.leftovers(),
    hasRootSessions: () => rootAccess.isEnabled('RootSessions'),
  };
}
