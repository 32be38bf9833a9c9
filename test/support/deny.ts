import type { Statement } from '../../policy/statement';

/** A call as an SCP sees it. */
export interface Call {
  /** `s3:CreateBucket` */
  readonly action: string;
  /** `aws:PrincipalArn`. @default - a role that has no part in the landing zone */
  readonly principal?: string;
  /** `aws:RequestedRegion`. @default 'eu-central-1' */
  readonly region?: string;
  /** Further condition keys that the call carries. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** The role of the landing zone that deploys, in some account. */
export const deployer = 'arn:aws:iam::222233334444:role/OrganizationAccountAccessRole';

export const statementsOf = (document: string): readonly Statement[] =>
  (JSON.parse(document) as { Statement: Statement[] }).Statement;

/**
 * Whether a Deny statement on every resource holds for a call. After "IAM JSON policy elements: Condition operators":
 * all operators and keys must hold, of a key's values one; a negated operator holds where the key is absent.
 *
 * @throws Error on an operator that it does not know
 */
export function denies(statement: Statement, call: Call): boolean {
  const { Effect, Action, NotAction, Condition = {} } = statement;
  if (Effect !== 'Deny') throw new Error(`${statement.Sid} does not deny`);
  const named = matchesOne(Action ?? NotAction, call.action);
  if (Action ? !named : named) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, values, keysOf(call)[key])),
  );
}

const keysOf = ({ principal, region = 'eu-central-1', keys }: Call): Readonly<Record<string, string>> => ({
  'aws:PrincipalArn': principal ?? 'arn:aws:iam::222233334444:role/developer',
  'aws:RequestedRegion': region,
  ...keys,
});

function holds(operator: string, values: string | readonly string[], actual: string | undefined): boolean {
  switch (operator) {
    case 'StringNotEquals':
      return actual === undefined || ![values].flat().includes(actual);
    case 'ArnLike':
      return actual !== undefined && matchesOne(values, actual);
    case 'ArnNotLike':
    case 'ArnNotLikeIfExists':
      return actual === undefined || !matchesOne(values, actual);
    case 'Null':
      return String(actual === undefined) === values;
    default:
      throw new Error(`the condition operator ${operator} is not known here`);
  }
}

const matchesOne = (patterns: string | readonly string[] | undefined, text: string): boolean =>
  [patterns ?? []].flat().some((pattern) => {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(text);
  });
