import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import type { Moto, World } from '../../world';
import { askIam } from './ask';
import { findServiceLinkedRole } from './service-linked-roles';

/** Says why a service still needs its service-linked role in an account, by the service's principal. */
export type RoleUses = Readonly<Record<string, (account: string) => string | undefined>>;

/** Deletions of service-linked roles: tasks that fail while the service still needs its role. */
export class RoleDeletions {
  /** The status of each task, by account and task id. */
  private readonly tasks = new Map<string, Json>();

  constructor(
    private readonly world: Pick<World, 'moto' | 'newId'>,
    private readonly uses: RoleUses,
  ) {}

  async submit(account: string, roleName: string): Promise<Json> {
    const { moto, newId } = this.world;
    const role = await findServiceLinkedRole(moto, account, roleName);
    if (role === undefined) throw noSuchEntity(`The role with name ${roleName} cannot be found.`);
    const DeletionTaskId = `task/aws-service-role/${role.service}/${role.name}/${newId(32)}`;
    const reason = this.uses[role.service]?.(account);
    if (reason === undefined) await deleteRole(moto, account, roleName);
    const status = reason === undefined ? { Status: 'SUCCEEDED' } : { Status: 'FAILED', Reason: { Reason: reason } };
    this.tasks.set(`${account} ${DeletionTaskId}`, status);
    return { DeletionTaskId };
  }

  status(account: string, taskId: string): Json {
    const status = this.tasks.get(`${account} ${taskId}`);
    if (status === undefined) throw noSuchEntity(`The deletion task with id ${taskId} cannot be found.`);
    return status;
  }
}

async function deleteRole(moto: Moto, account: string, RoleName: string): Promise<void> {
  const { status, body } = await askIam(moto, account, 'DeleteServiceLinkedRole', { RoleName });
  if (status >= 300) throw new Error(`moto did not delete the role ${RoleName}: ${body}`);
}

const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message, 404);
