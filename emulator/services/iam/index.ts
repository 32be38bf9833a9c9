import type { QueryService } from '../../gateway/router';
import { AwsError } from '../../toolkit/call';
import type { Inventory, World } from '../../world';
import { RoleDeletions, type RoleUses } from './role-deletion';
import { RootAccess } from './root-access';
import { createServiceLinkedRole } from './service-linked-roles';

/** What moto lacks of IAM or gets wrong: centralized root access and service-linked roles; moto answers the rest. */
export function iam(
  { organization, moto, newId }: Pick<World, 'organization' | 'moto' | 'newId'>,
  uses: RoleUses,
): QueryService & Inventory {
  const rootAccess = new RootAccess(organization);
  const deletions = new RoleDeletions({ moto, newId }, uses);
  return {
    protocol: 'query',
    name: 'iam',
    operations: {
      EnableOrganizationsRootCredentialsManagement: (call) => rootAccess.enable(call, 'RootCredentialsManagement'),
      EnableOrganizationsRootSessions: (call) => rootAccess.enable(call, 'RootSessions'),
      DisableOrganizationsRootCredentialsManagement: (call) => rootAccess.disable(call, 'RootCredentialsManagement'),
      DisableOrganizationsRootSessions: (call) => rootAccess.disable(call, 'RootSessions'),
      ListOrganizationsFeatures: (call) => rootAccess.list(call),
      CreateServiceLinkedRole: ({ account, input: { AWSServiceName: service, CustomSuffix, Description } }) => {
        if (CustomSuffix) throw new AwsError('InvalidInput', `Custom suffix is not allowed for ${service}`);
        return createServiceLinkedRole(moto, account, service, Description);
      },
      DeleteServiceLinkedRole: ({ account, input }) => deletions.submit(account, input.RoleName),
      GetServiceLinkedRoleDeletionStatus: ({ account, input }) => deletions.status(account, input.DeletionTaskId),
    },
    leftovers: () => rootAccess.leftovers(),
  };
}
