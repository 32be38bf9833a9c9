import { type Exemption, exemptions } from '../../../schema/forms/control';
import type { Account, LandingZone } from '../../../schema/landing-zone';
import { findPrincipal, type Principal, tryRoleArn } from '../../iam/principal';
import { accountId } from './accounts';

/** The ARN, of a session that of its role, or the name of a service: what a request may give as its principal. */
export const nameOf = (principal: Principal): string =>
  principal.serviceName ?? tryRoleArn(principal) ?? principal.arn ?? principal.kind;

/** The role that a request is made by where it names nobody. */
const somebody = 'somebody';

/**
 * Who asks, from what a request says: the name of a role in the account, `root`, what the settings call an exempt role, the name of
 * a service, or an ARN.
 *
 * @throws Error where the settings name no such role, or the ARN is not that of a principal
 */
export function principalOf(zone: LandingZone, account: Account, written = somebody): Principal {
  if (written.endsWith('.amazonaws.com') || written.startsWith('arn:')) return findPrincipal(written);
  const own = (resource: string) => findPrincipal(`arn:aws:iam::${accountId(account)}:${resource}`);
  if (written === 'root') return own('root');
  const exemption = exemptions.find((each) => each === written);
  if (!exemption) return own(`role/${written}`);
  const role = tryExemptRole(zone, exemption);
  if (role === undefined) throw new Error(`roles.${exemption} of accounts/landing-zone.ts names no role`);
  return own(`role/${role}`);
}

/** The first role that has an exemption, with text in place of `*`; undefined where the settings name none. */
export function tryExemptRole({ deployRole, roles }: LandingZone, exemption: Exemption): string | undefined {
  const names = exemption === 'deployRole' ? [deployRole] : roles[exemption];
  return names[0]?.replaceAll('*', 'any');
}
