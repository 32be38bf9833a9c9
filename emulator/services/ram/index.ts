import { AwsError } from '../../toolkit/errors';
import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { createServiceLinkedRole, findServiceLinkedRole } from '../iam/service-linked-roles';

const principal = 'ram.amazonaws.com';

/** AWS Resource Access Manager, as far as it is switched on for the organization: the shares are those of Lake Formation. */
export function ram({ organization, moto }: World): Service & Inventory {
  return {
    protocol: 'rest',
    name: 'ram',
    routes: [
      {
        method: 'POST',
        path: '/enablesharingwithawsorganization',
        operation: 'EnableSharingWithAwsOrganization',
        handle: async ({ account }) => {
          if (account !== organization.managementAccount || !organization.find())
            throw new AwsError(
              'OperationNotPermittedException',
              'The operation can only be called by the management account of an organization.',
            );
          organization.enableTrustedAccess(principal);
          if (!(await findServiceLinkedRole(moto, account, 'AWSServiceRoleForResourceAccessManager')))
            await createServiceLinkedRole(moto, account, principal);
          return { returnValue: true };
        },
      },
    ],
    leftovers: () => [],
  };
}
