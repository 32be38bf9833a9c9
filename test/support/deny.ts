import type { Statement } from '../../policy/statement';

type OneOrMore = string | readonly string[];

/** A call as an SCP sees it. */
export interface Call {
  /** `s3:CreateBucket` */
  readonly action: string;
  /** `aws:PrincipalArn`. @default - a role that has no part in the landing zone */
  readonly principal?: string;
  /** `aws:RequestedRegion`. @default 'eu-central-1' */
  readonly region?: string;
  /** The ARN that the call is about. @default - a bucket that has no part in the landing zone */
  readonly resource?: string;
  /** Further condition keys that the call carries; a list where the key has several values. */
  readonly keys?: Readonly<Record<string, OneOrMore>>;
}

/** The role of the landing zone that deploys, in some account. */
export const deployer = 'arn:aws:iam::222233334444:role/OrganizationAccountAccessRole';

export const statementsOf = (document: string): readonly Statement[] =>
  (JSON.parse(document) as { Statement: Statement[] }).Statement;

/**
 * Whether a Deny statement holds for a call. After "IAM JSON policy elements: Condition operators": all operators and keys
 * must hold, of a key's values one; a negated operator holds where the key is absent.
 *
 * @throws Error on an operator that it does not know
 */
export function denies(statement: Statement, call: Call): boolean {
  const { Effect, Action, NotAction, Resource, Condition = {} } = statement;
  if (Effect !== 'Deny') throw new Error(`${statement.Sid} does not deny`);
  const named = matchesOne(Action ?? NotAction, call.action);
  if (Action ? !named : named) return false;
  if (!matchesOne(Resource, call.resource ?? 'arn:aws:s3:::somebody')) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, wanted, valuesOf(key, call))),
  );
}

/** The values of a condition key; none where the call does not carry it. */
function valuesOf(key: string, { principal, region = 'eu-central-1', keys }: Call): readonly string[] {
  const carried: Readonly<Record<string, OneOrMore>> = {
    'aws:PrincipalArn': principal ?? 'arn:aws:iam::222233334444:role/developer',
    'aws:RequestedRegion': region,
    ...keys,
  };
  return [carried[key] ?? []].flat();
}

function holds(operator: string, wanted: OneOrMore, actual: readonly string[]): boolean {
  switch (operator) {
    case 'ForAnyValue:StringEquals':
      return actual.some((value) => [wanted].flat().includes(value));
    case 'StringNotEquals':
      return !actual.some((value) => [wanted].flat().includes(value));
    case 'ArnLike':
      return actual.some((value) => matchesOne(wanted, value));
    case 'ArnNotLike':
    case 'ArnNotLikeIfExists':
      return !actual.some((value) => matchesOne(wanted, value));
    case 'Null':
      return String(actual.length === 0) === wanted;
    default:
      throw new Error(`the condition operator ${operator} is not known here`);
  }
}

const matchesOne = (patterns: OneOrMore | undefined, text: string): boolean =>
  [patterns ?? []].flat().some((pattern) => {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(text);
  });
