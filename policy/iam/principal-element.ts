import { isRecord, textsOf } from './json';
import { isIdentity, type Principal, tryPrincipalAccount, tryRoleArn } from './principal';

/** By what a `Principal` names somebody: an asterisk, the very principal or session, the role of a session, or the account. */
export type Naming = 'everybody' | 'itself' | 'role' | 'account';

type Names = (principal: Principal) => Naming | undefined;

/**
 * Compiles a `Principal` into the question by what it names somebody (IAM User Guide, "AWS JSON policy elements: Principal").
 *
 * @throws Error that names what IAM does not take, or what nothing here can tell
 */
export function principalNames(element: unknown): (principal: Principal) => ReadonlySet<Naming> {
  const names = element === '*' ? [everybody] : namesIn(element);
  return (principal) => new Set(names.flatMap((each) => each(principal) ?? []));
}

/**
 * Whether a `NotPrincipal` spares somebody. Of somebody in an account it must name the account as well, and of a session the role
 * as well; whoever has a permissions boundary is not spared (IAM User Guide, "AWS JSON policy elements: NotPrincipal").
 */
export function isSpared(principal: Principal, namings: ReadonlySet<Naming>, bounded: boolean): boolean {
  if (!isIdentity(principal)) return namings.size > 0;
  if (bounded) return false;
  if (namings.has('everybody')) return true;
  return namings.has('account') && namings.has(principal.kind === 'role' ? 'role' : 'itself');
}

const everybody: Names = () => 'everybody';

function namesIn(element: unknown): readonly Names[] {
  if (!isRecord(element) || Object.keys(element).length === 0)
    throw new Error('Principal must be "*" or name principals by their type');
  return Object.entries(element).flatMap(([type, values]) =>
    textsOf(values, `Principal.${type}`).map((value) => nameOf(type, value)),
  );
}

function nameOf(type: string, value: string): Names {
  switch (type) {
    case 'AWS':
      return awsName(value);
    case 'Service':
      if (!/^[a-z\d.-]+\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal)$/.test(value)) break;
      return ({ kind, serviceName }) => (kind === 'service' && serviceName === value ? 'itself' : undefined);
    case 'Federated':
      return ({ kind, arn }) => (kind === 'federated' && arn === value ? 'itself' : undefined);
    case 'CanonicalUser':
      throw new Error('Principal.CanonicalUser stands for an account that only S3 can tell');
  }
  throw new Error(`Principal.${type} does not take '${value}'`);
}

const account = /^(?:arn:[^:]+:iam::)?(?<id>\d{12})(?<root>:root)?$/;
const oneself =
  /^arn:[^:]+:(iam::(\d{12}|cloudfront):user\/|sts::\d{12}:(assumed-role\/[^/]+\/|federated-user\/))[^*?]+$/;
const role = /^arn:[^:]+:iam::\d{12}:role\/[^*?]+$/;
/** What AWS shows in place of the ARN of a user or role that was deleted. */
const deleted = /^A(IDA|ROA)[A-Z\d]+$/;

function awsName(value: string): Names {
  if (value === '*') return everybody;
  const { id, root } = account.exec(value)?.groups ?? {};
  if (id !== undefined && (root !== undefined) === value.startsWith('arn:'))
    return (principal) => (tryPrincipalAccount(principal) === id ? 'account' : undefined);
  if (oneself.test(value)) return ({ arn }) => (arn === value ? 'itself' : undefined);
  if (role.test(value)) return (principal) => (tryRoleArn(principal) === value ? 'role' : undefined);
  if (deleted.test(value)) return () => undefined;
  throw new Error(`Principal.AWS does not take '${value}'`);
}
