import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import { invalidInput, violation } from './state';
import { isTagPolicy } from './tag-policy';

/** Refuses a document that is too long or that its policy type does not take. */
export function checkPolicyContent(type: string, content: string, scpCharacters: number): void {
  checkPolicyType(type);
  const limit = CHARACTERS[type] ?? scpCharacters;
  if (content.length > limit) {
    throw violation('POLICY_CONTENT_LIMIT_EXCEEDED', 'You have exceeded the maximum policy size limit.');
  }
  const document = parse(content);
  const statements = [document.Statement ?? []].flat() as Json[];
  if (type === 'SERVICE_CONTROL_POLICY') checkStatements(statements, isScpStatement);
  else if (type === 'RESOURCE_CONTROL_POLICY') checkStatements(statements, isRcpStatement);
  else if (type === 'TAG_POLICY' && !isTagPolicy(document)) throw malformed();
  else if (TOP_KEY[type] !== undefined && !Object.hasOwn(document, TOP_KEY[type])) throw malformed();
}

/** Refuses a policy type that Organizations does not have. */
export function checkPolicyType(type: string): void {
  if (type !== 'SERVICE_CONTROL_POLICY' && !Object.hasOwn(CHARACTERS, type)) {
    throw invalidInput('INVALID_ENUM_POLICY_TYPE', `You specified an invalid policy type: ${type}.`);
  }
}

/** Longest document by policy type but SCPs, whose limit is a setting; white space counts when the document comes through the API. */
const CHARACTERS: Readonly<Record<string, number>> = {
  RESOURCE_CONTROL_POLICY: 5120,
  TAG_POLICY: 10_000,
  BACKUP_POLICY: 10_000,
  AISERVICES_OPT_OUT_POLICY: 2500,
  CHATBOT_POLICY: 10_000,
  DECLARATIVE_POLICY_EC2: 10_000,
  SECURITYHUB_POLICY: 10_000,
  INSPECTOR_POLICY: 10_000,
  UPGRADE_ROLLOUT_POLICY: 10_000,
  BEDROCK_POLICY: 10_000,
  S3_POLICY: 10_000,
  NETWORK_SECURITY_DIRECTOR_POLICY: 10_000,
};

/** The key that a management policy is built under. */
const TOP_KEY: Readonly<Record<string, string>> = {
  BACKUP_POLICY: 'plans',
  AISERVICES_OPT_OUT_POLICY: 'services',
  DECLARATIVE_POLICY_EC2: 'ec2_attributes',
  BEDROCK_POLICY: 'bedrock',
};

function parse(content: string): Json {
  try {
    const document = JSON.parse(content);
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document;
  } catch {
    // A document that is no JSON is refused like one that is no object.
  }
  throw malformed();
}

function checkStatements(statements: readonly Json[], isValid: (statement: Json) => boolean): void {
  const sids = statements.flatMap(({ Sid }) => Sid ?? []);
  if (statements.length === 0 || !statements.every(isValid) || new Set(sids).size < sids.length) throw malformed();
}

const isScpStatement = (statement: Json): boolean =>
  /^(Allow|Deny)$/.test(statement.Effect) &&
  !hasAny(statement, 'Principal', 'NotPrincipal') &&
  hasOne(statement, 'Action', 'NotAction') &&
  hasOne(statement, 'Resource', 'NotResource');

const isRcpStatement = (statement: Json): boolean =>
  statement.Effect === 'Deny' &&
  isEveryone(statement.Principal) &&
  !hasAny(statement, 'NotPrincipal') &&
  hasOne(statement, 'Action', 'NotAction') &&
  hasOne(statement, 'Resource', 'NotResource');

const isEveryone = (principal: unknown): boolean =>
  principal === '*' || (typeof principal === 'object' && JSON.stringify(principal) === '{"AWS":"*"}');

const hasAny = (statement: Json, ...names: string[]): boolean => names.some((name) => Object.hasOwn(statement, name));
const hasOne = (statement: Json, one: string, other: string): boolean =>
  hasAny(statement, one) !== hasAny(statement, other);

const malformed = (): AwsError =>
  new AwsError(
    'MalformedPolicyDocumentException',
    'The provided policy document does not meet the requirements of the specified policy type.',
  );
