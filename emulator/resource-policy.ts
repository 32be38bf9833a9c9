import type { Json } from './toolkit/untyped';

interface Request {
  /** The action by its IAM name: `s3:PutObject`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys in any case, each with its one value. */
  readonly context: Readonly<Record<string, string>>;
}

/** Whether a bucket, key, topic or trust policy lets an AWS service principal do the action. */
export function allowsService(
  policyJson: string | undefined,
  request: Request & { readonly service: string },
): boolean {
  const context = {
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': request.service,
    'aws:SecureTransport': 'true',
    ...request.context,
  };
  return allows(policyJson, { ...request, context }, { Service: [request.service] });
}

/** Whether such a policy lets an IAM role do the action; what the role's own policies allow is not asked. */
export function allowsPrincipal(
  policyJson: string | undefined,
  request: Request & { readonly principal: string },
): boolean {
  const account = request.principal.split(':')[4] ?? '';
  const context = {
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalArn': request.principal,
    'aws:PrincipalAccount': account,
    'aws:SecureTransport': 'true',
    ...request.context,
  };
  return allows(
    policyJson,
    { ...request, context },
    { AWS: [request.principal, account, `arn:aws:iam::${account}:root`] },
  );
}

type Caller = Readonly<Record<string, readonly string[]>>;

function allows(policyJson: string | undefined, request: Request, caller: Caller): boolean {
  if (policyJson === undefined) return false;
  const context = new Map(Object.entries(request.context).map(([key, value]) => [key.toLowerCase(), value]));
  const applying = list<Json>(JSON.parse(policyJson).Statement).filter(
    (statement) =>
      element(statement, 'Principal', false, (value) => isCaller(value, caller)) &&
      element(statement, 'Action', false, (value) => isAction(value, request.action)) &&
      // A trust policy has no Resource: the role that it belongs to is meant.
      element(statement, 'Resource', true, (value) => list(value).some((one) => like(one, request.resource))) &&
      // An operator that is not understood must never let a request through: it fulfils a Deny and fails an Allow.
      (holds(statement.Condition ?? {}, context) ?? statement.Effect === 'Deny'),
  );
  return applying.length > 0 && applying.every((statement) => statement.Effect === 'Allow');
}

/** Whether the statement speaks of the request, by the element or by its negation (`NotAction`). */
function element(statement: Json, name: string, absent: boolean, matches: (value: Json[string]) => boolean): boolean {
  const negated = statement[`Not${name}`];
  if (negated !== undefined) return !matches(negated);
  return statement[name] === undefined ? absent : matches(statement[name]);
}

function isCaller(principal: Json | string, caller: Caller): boolean {
  if (typeof principal === 'string') return principal === '*';
  if (list(principal.AWS).includes('*')) return true;
  return Object.entries(caller).some(([type, names]) => list(principal[type]).some((name) => names.includes(name)));
}

function isAction(patterns: string | string[], action: string): boolean {
  return list(patterns).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()));
}

/** Whether all conditions hold, or undefined where it hangs on an unknown operator. */
function holds(condition: Json, context: ReadonlyMap<string, string>): boolean | undefined {
  const results = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries<string | string[]>(keys).map(([key, values]) =>
      holdsFor(operator, list(values).map(String), context.get(key.toLowerCase())),
    ),
  );
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

const operators: Readonly<Record<string, (pattern: string, value: string) => boolean>> = {
  StringEquals: (pattern, value) => pattern === value,
  StringEqualsIgnoreCase: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  StringLike: like,
  ArnEquals: likeArn,
  ArnLike: likeArn,
  Bool: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  NumericLessThan: (limit, value) => Number(value) < Number(limit),
};

function holdsFor(written: string, patterns: string[], value: string | undefined): boolean | undefined {
  if (written === 'Null') return patterns.includes(String(value === undefined));
  const name = written.replace(/IfExists$/, '');
  const negated = /^(String|Arn)Not/.test(name);
  const operator = operators[negated ? name.replace('Not', '') : name];
  if (operator === undefined) return undefined;
  // In IAM a missing key fulfils a negated operator.
  if (value === undefined) return negated || name !== written;
  return negated !== patterns.some((pattern) => operator(pattern, value));
}

function like(pattern: string, value: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's').test(value);
}

/** Compares part by part, so that a wildcard never reaches over the colon of one of the first five parts. */
function likeArn(pattern: string, value: string): boolean {
  const parts = (arn: string) => [...arn.split(':', 5), arn.split(':').slice(5).join(':')];
  const actual = parts(value);
  return parts(pattern).every((part, index) => like(part, actual[index] ?? ''));
}

function list<T>(value: T | readonly T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}
