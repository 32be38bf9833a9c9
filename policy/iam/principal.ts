/** Who makes a request. */
export interface Principal {
  /** `federated` is an identity provider that vouches for somebody, or a session of GetFederationToken. */
  readonly kind: 'root' | 'user' | 'role' | 'service' | 'anonymous' | 'federated';
  /** Of a role, the ARN of the session: `arn:aws:sts::111122223333:assumed-role/Role/session`; of a provider, its ARN or domain. */
  readonly arn?: string;
  /** ARN of the role with its path, which the ARN of a session leaves out. */
  readonly roleArn?: string;
  /** Twelve digits. @default - the account in the ARN */
  readonly accountId?: string;
  /** `cloudtrail.amazonaws.com` */
  readonly serviceName?: string;
  readonly serviceLinked?: boolean;
  /** `AIDA…` of a user, `AROA…` of a role. */
  readonly uniqueId?: string;
}

/** The account of an ARN; undefined where it has none, as that of a bucket. */
export const tryAccountOf = (arn = ''): string | undefined => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];

/** The account that the principal belongs to; a service, a provider and somebody anonymous have none. */
export const tryPrincipalAccount = ({ accountId, arn, roleArn }: Principal): string | undefined =>
  accountId ?? tryAccountOf(roleArn) ?? tryAccountOf(arn);

/** The ARN of the role of a session. Without `roleArn` the role is taken to have no path. */
export function tryRoleArn({ kind, arn = '', roleArn }: Principal): string | undefined {
  if (kind !== 'role') return undefined;
  return roleArn ?? arn.replace(/^(arn:[^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3');
}

/** Whether identity-based policies speak for it, as they do for everybody who is in an account. */
export const isIdentity = (principal: Principal): boolean =>
  ['root', 'user', 'role'].includes(principal.kind) || isFederatedSession(principal);

/** A session of GetFederationToken, which has the permissions that both its user and the policies of the session have. */
export const isFederatedSession = ({ kind, arn = '' }: Principal): boolean =>
  kind === 'federated' && /^arn:[^:]+:sts::\d{12}:federated-user\//.test(arn);

const form = /^arn:aws[a-z-]*:(?<service>iam|sts)::\d{12}:(?<type>[a-z-]+)(\/(?<name>.+))?$/;

/**
 * The principal of an ARN as policies, logs and people write it, or of the name of a service. The ARN of a role stands for any
 * session of it.
 *
 * @throws Error where it is neither
 */
export function findPrincipal(written: string): Principal {
  if (written.endsWith('.amazonaws.com')) return { kind: 'service', serviceName: written };
  const { service, type, name = '' } = form.exec(written)?.groups ?? {};
  switch (`${service}:${type}`) {
    case 'iam:root':
      return { kind: 'root', arn: written };
    case 'iam:user':
      return { kind: 'user', arn: written };
    case 'iam:role':
      return { kind: 'role', roleArn: written, serviceLinked: name.startsWith('aws-service-role/') };
    case 'sts:assumed-role':
      return { kind: 'role', arn: written };
    case 'sts:federated-user':
      return { kind: 'federated', arn: written };
    default:
      throw new Error(`'${written}' is not the ARN of a role, a user, a session or a root user`);
  }
}
