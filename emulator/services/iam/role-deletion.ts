import { required } from '../../toolkit/call';
import type { Moto } from '../../world';
import type { IamCall, IamOperations } from './api';
import { askIam } from './ask';
import { noSuchEntity } from './errors';
import { findServiceLinkedRole } from './service-linked-roles';
import type { IamState } from './state';

/** Deletions of service-linked roles: tasks that fail while the service still needs its role. */
export const roleDeletionOperations = (state: IamState): IamOperations => ({
  DeleteServiceLinkedRole: (call) => submit(state, call),
  GetServiceLinkedRoleDeletionStatus: ({ account, input: { DeletionTaskId = '' } }) => {
    const status = state.deletions.get(account, DeletionTaskId);
    if (status === undefined) throw noSuchEntity(`The deletion task with id ${DeletionTaskId} cannot be found.`);
    return status;
  },
});

async function submit(
  { world: { moto, newId }, uses, deletions }: IamState,
  { account, input }: IamCall<'DeleteServiceLinkedRole'>,
) {
  const { RoleName } = required(input, 'RoleName');
  const role = await findServiceLinkedRole(moto, account, RoleName);
  if (role === undefined) throw noSuchEntity(`The role with name ${RoleName} cannot be found.`);
  const DeletionTaskId = `task/aws-service-role/${role.service}/${role.name}/${newId(32)}`;
  const reason = uses[role.service]?.(account);
  if (reason === undefined) await deleteRole(moto, account, RoleName);
  deletions.set(
    reason === undefined ? { Status: 'SUCCEEDED' } : { Status: 'FAILED', Reason: { Reason: reason } },
    account,
    DeletionTaskId,
  );
  return { DeletionTaskId };
}

async function deleteRole(moto: Moto, account: string, RoleName: string): Promise<void> {
  const { status, body } = await askIam(moto, account, 'DeleteServiceLinkedRole', { RoleName });
  if (status >= 300) throw new Error(`moto did not delete the role ${RoleName}: ${body}`);
}
