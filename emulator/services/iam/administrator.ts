import type { Moto } from '../../world';
import { askIam } from './ask';

/** The user of the management account whose key the caller holds from the start. */
export const ADMINISTRATOR = 'administrator';

/** Creates the administrator, as whoever opened the account did: a user with AdministratorAccess, not the root user. */
export async function createAdministrator(moto: Moto, account: string): Promise<void> {
  const of = { UserName: ADMINISTRATOR };
  for (const [action, parameters] of [
    ['CreateUser', of],
    ['AttachUserPolicy', { ...of, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
  ] as const) {
    const { status, body } = await askIam(moto, account, action, parameters);
    if (status >= 300) throw new Error(`moto did not create the administrator: ${body}`);
  }
}
