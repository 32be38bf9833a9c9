import type { PolicyType } from '@aws-sdk/client-organizations';
import { AwsError } from '../../toolkit/errors';
import { isObject, type JsonObject, type JsonValue, tryParseObject } from '../../toolkit/json';
import { isBackupPolicy } from './backup-policy';
import { isBedrockPolicy } from './bedrock-policy';
import { isChatbotPolicy } from './chatbot-policy';
import { isEc2Policy } from './ec2-policy';
import { invalidInput, violation } from './state';
import { isTagPolicy } from './tag-policy';

/** What a document is checked against besides its type. */
interface Organization {
  readonly scpQuota: { readonly characters: number };
  readonly managementAccount: string;
}

/** Refuses a document that is too long or that its policy type does not take. */
export function checkPolicyContent(
  type: PolicyType,
  content: string,
  { scpQuota, managementAccount }: Organization,
): void {
  const limit = mostCharacters[checkedPolicyType(type)] ?? scpQuota.characters;
  if (content.length > limit)
    throw violation('POLICY_CONTENT_LIMIT_EXCEEDED', 'You have exceeded the maximum policy size limit.');
  const document = tryParseObject(content);
  if (!document || !fits(type, document, managementAccount)) throw malformed();
}

/** The policy type, or the refusal of one that Organizations does not have. */
export function checkedPolicyType(type: PolicyType | undefined): PolicyType {
  if (type === 'SERVICE_CONTROL_POLICY' || (type && Object.hasOwn(mostCharacters, type))) return type;
  throw invalidInput('INVALID_ENUM_POLICY_TYPE', `You specified an invalid policy type: ${type}.`);
}

function fits(type: PolicyType, document: JsonObject, managementAccount: string): boolean {
  const key = topKeys[type];
  if (type === 'SERVICE_CONTROL_POLICY') return areStatements(document.Statement, isScpStatement);
  if (type === 'RESOURCE_CONTROL_POLICY') return areStatements(document.Statement, isRcpStatement);
  if (type === 'TAG_POLICY') return isTagPolicy(document);
  if (type === 'BACKUP_POLICY') return isBackupPolicy(document);
  if (type === 'BEDROCK_POLICY') return isBedrockPolicy(document, managementAccount);
  if (type === 'CHATBOT_POLICY') return isChatbotPolicy(document);
  if (type === 'DECLARATIVE_POLICY_EC2') return isEc2Policy(document);
  return key === undefined || Object.hasOwn(document, key);
}

/** Longest document by policy type but SCPs, whose limit is a setting; white space counts when the document comes through the API. */
const mostCharacters: Partial<Record<PolicyType, number>> = {
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
const topKeys: Partial<Record<PolicyType, string>> = {
  AISERVICES_OPT_OUT_POLICY: 'services',
};

function areStatements(value: JsonValue = [], isValid: (statement: JsonObject) => boolean): boolean {
  const statements = [value].flat();
  const sids = statements.flatMap((statement) => (isObject(statement) && statement.Sid) || []);
  return (
    statements.length > 0 &&
    statements.every((statement) => isObject(statement) && isValid(statement)) &&
    new Set(sids).size === sids.length
  );
}

const isScpStatement = (statement: JsonObject): boolean =>
  /^(Allow|Deny)$/.test(String(statement.Effect)) &&
  !hasAny(statement, 'Principal', 'NotPrincipal') &&
  hasOne(statement, 'Action', 'NotAction') &&
  hasOne(statement, 'Resource', 'NotResource');

const isRcpStatement = (statement: JsonObject): boolean =>
  statement.Effect === 'Deny' &&
  isEveryone(statement.Principal) &&
  !hasAny(statement, 'NotPrincipal') &&
  hasOne(statement, 'Action', 'NotAction') &&
  hasOne(statement, 'Resource', 'NotResource');

const isEveryone = (principal: JsonValue | undefined): boolean =>
  principal === '*' || JSON.stringify(principal) === '{"AWS":"*"}';

const hasAny = (statement: JsonObject, ...names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(statement, name));

const hasOne = (statement: JsonObject, one: string, other: string): boolean =>
  hasAny(statement, one) !== hasAny(statement, other);

const malformed = (): AwsError =>
  new AwsError(
    'MalformedPolicyDocumentException',
    'The provided policy document does not meet the requirements of the specified policy type.',
  );
