import { isRecord } from '../policy/iam/json';
import { findPrincipal, type Principal } from '../policy/iam/principal';
import { principalKeys } from '../policy/iam/principal-context';
import type { Elements } from '../policy/iam/statement-test';
import type { PolicyStatementJson } from './document-statements';

/** Somebody who may make a request, as far as the statements of some documents tell callers apart. */
export interface Caller {
  /** `anyone of another account`, `s3.amazonaws.com`, an ARN. */
  readonly label: string;
  /** The principal of a request that was found. @param arn the value of `aws:PrincipalArn`, where the request has one */
  readonly principal: (arn: string | undefined) => Principal;
  /** The ARN of one that no policy names. @default - it has a name */
  readonly somebody?: string;
  /** What holds of each of its requests. */
  readonly within: readonly Elements[];
  /** Whether it is in the account that the policy belongs to. */
  readonly isOwn: boolean;
}

/** The key that names who asks, as requests of a proof spell it. */
export const principalArn = 'aws:principalarn';

/** No account of anybody's organization: AWS uses the number in its documents. */
const outsider = '999988887777';

/**
 * Everybody whom the documents may treat differently: those whom a `Principal` names, the roles of each account that they mention, those
 * of the own account and those of one that they do not mention. Who could do most comes first.
 *
 * @param own twelve digits of the account that the policy belongs to
 */
export function callersOf(statements: readonly PolicyStatementJson[], own: string): readonly Caller[] {
  const elements = statements.flatMap(({ Principal, NotPrincipal }) => [Principal ?? [], NotPrincipal ?? []].flat());
  const named = (type: string): readonly string[] =>
    elements.flatMap((each) => (isRecord(each) ? [each[type] ?? []].flat().map(String) : []));
  const conditions = statements.map(({ Condition = {} }) => principalValuesOf(Condition));
  const asked = new Set(conditions.flatMap(({ keys }) => keys));
  const texts = [...named('AWS'), ...conditions.flatMap(({ values }) => values)];
  const ids = new Set(texts.flatMap((text) => /(?<!\d)\d{12}(?!\d)/.exec(text)?.[0] ?? []));
  const arns = [...new Set(named('AWS').filter((each) => /:(role|user|assumed-role)\/[^*?]+$/.test(each)))];
  const types = ['role', ...(texts.some((text) => text.includes(':user/')) ? ['user'] : [])];
  const accounts = [...new Set([outsider, own, ...ids])];
  return [
    ...accounts.flatMap((id) => types.map((type) => memberOf(id, type, { own, arns, asked }))),
    ...arns.map((arn) => knownCaller(arn, findPrincipal(arn), own, asked)),
    ...[...new Set(named('Federated'))].map((arn) => knownCaller(arn, { kind: 'federated', arn }, own, asked)),
    ...[...new Set([...named('Service'), 'another-service.amazonaws.com'])].map((serviceName) =>
      knownCaller(serviceName, { kind: 'service', serviceName }, own, asked),
    ),
  ];
}

interface Surroundings {
  readonly own: string;
  /** ARNs that a `Principal` names. */
  readonly arns: readonly string[];
  /** Keys about the principal that conditions ask for, in small letters. */
  readonly asked: ReadonlySet<string>;
}

/** A role or a user of an account, whatever its name, but those that a `Principal` names. */
function memberOf(id: string, type: string, { own, arns, asked }: Surroundings): Caller {
  const somebody = `arn:aws:iam::${id}:${type}/somebody`;
  const principal = findPrincipal(somebody);
  const named = arns.filter((arn) => arn.includes(`:${id}:`));
  const key = 'aws:PrincipalArn';
  const ofArn: readonly Elements[] = asked.has(key.toLowerCase())
    ? [
        { Condition: { ArnLike: { [key]: `arn:aws:iam::${id}:${type}/?*` } } },
        ...(named.length > 0 ? [{ Condition: { ArnNotEquals: { [key]: named } } }] : []),
      ]
    : [];
  const label =
    id === own ? 'anyone of its own account' : id === outsider ? 'anyone of another account' : `account ${id}`;
  return {
    label: type === 'role' ? label : `${label}, as a ${type}`,
    somebody,
    principal: (arn) => findPrincipal(arn ?? somebody),
    within: [...ofArn, ...withinOf(principal, new Set([...asked].filter((each) => each !== key.toLowerCase())))],
    isOwn: id === own,
  };
}

const knownCaller = (label: string, principal: Principal, own: string, asked: ReadonlySet<string>): Caller => ({
  label,
  principal: () => principal,
  within: withinOf(principal, asked),
  isOwn: label.includes(`:${own}:`),
});

/** Keys that AWS knows of the principal alone, and that nothing here does: of an identity they may have any value. */
const free = /^aws:(principalorgid|principalorgpaths|principaltag\/|userid$|username$|principaliscurrent)/;

/** What the keys about a principal are, where something is asked of them. */
function withinOf(principal: Principal, asked: ReadonlySet<string>): readonly Elements[] {
  const known = new Map(Object.entries(principalKeys(principal)).map(([key, value]) => [key.toLowerCase(), value]));
  return [...asked].flatMap((key): readonly Elements[] => {
    const value = known.get(key);
    if (value !== undefined) return [{ Condition: { StringEquals: { [key]: value } } }];
    if (principal.kind !== 'service' && principal.kind !== 'federated' && free.test(key)) return [];
    return [{ Condition: { Null: { [key]: 'true' } } }];
  });
}

const aboutPrincipals = /^aws:(principal|userid|username)/i;

function principalValuesOf(condition: NonNullable<Elements['Condition']>) {
  const entries = Object.values(condition)
    .flatMap(Object.entries)
    .filter(([key]) => aboutPrincipals.test(key));
  return {
    keys: entries.map(([key]) => key.toLowerCase()),
    values: entries.flatMap(([, value]) => [value].flat()),
  };
}
