import { type Exemption, exemptions } from '../../../schema/forms/control';
import type { Account, LandingZone } from '../../../schema/landing-zone';
import { accountId } from './accounts';

/** A principal with a session or keys of its own. */
interface Identity {
  readonly kind: 'identity';
  /** `aws:PrincipalArn`: of a session, the ARN of its role. */
  readonly arn: string;
  /** Twelve digits. */
  readonly accountId: string;
  /** `aws:PrincipalType` */
  readonly type: 'Account' | 'AssumedRole' | 'FederatedUser' | 'User';
  readonly serviceLinked: boolean;
}

/** A service that calls by itself: `cloudtrail.amazonaws.com`. */
interface ServicePrincipal {
  readonly kind: 'service';
  readonly name: string;
}

export type Principal = Identity | ServicePrincipal;

/** The ARN, or the name of a service: what a request may give as its principal. */
export const nameOf = (principal: Principal): string => (principal.kind === 'service' ? principal.name : principal.arn);

/** The role that a request is made by where it names nobody. */
const somebody = 'somebody';

/**
 * Who asks, from what a request says: the name of a role in the account, `root`, what the settings call an exempt role, the name of
 * a service, or an ARN.
 *
 * @throws Error where the settings name no such role, or the ARN is not that of a principal
 */
export function principalOf(zone: LandingZone, account: Account, written = somebody): Principal {
  if (written.endsWith('.amazonaws.com')) return { kind: 'service', name: written };
  if (written.startsWith('arn:')) return identityOf(written);
  const own = (resource: string) => identityOf(`arn:aws:iam::${accountId(account)}:${resource}`);
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

const identity = /^arn:aws[a-z-]*:(?<service>iam|sts)::(?<account>\d{12}):(?<type>[a-z-]+)(\/(?<name>.+))?$/;

function identityOf(arn: string): Identity {
  const { service, account = '', type, name = '' } = identity.exec(arn)?.groups ?? {};
  const make = (principalType: Identity['type'], principalArn = arn): Identity => ({
    kind: 'identity',
    arn: principalArn,
    accountId: account,
    type: principalType,
    serviceLinked: type === 'role' && name.startsWith('aws-service-role/'),
  });
  switch (`${service}:${type}`) {
    case 'iam:root':
      return make('Account');
    case 'iam:user':
      return make('User');
    case 'iam:role':
      return make('AssumedRole');
    case 'sts:federated-user':
      return make('FederatedUser');
    // "For IAM roles, the request context returns the ARN of the role, not the ARN of the user that assumed the role"
    // (aws:PrincipalArn). The session's own ARN leaves the role's path out.
    case 'sts:assumed-role':
      return make('AssumedRole', `${arn.slice(0, arn.indexOf(':sts:'))}:iam::${account}:role/${name.split('/')[0]}`);
    default:
      throw new Error(`'${arn}' is not the ARN of a role, a user, a session or a root user`);
  }
}
