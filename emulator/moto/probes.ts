import { isObject, type JsonObject, type JsonValue, tryParseObject } from '../toolkit/json';
import { jsonCall } from '../toolkit/json-call';
import { elementsOf } from '../toolkit/xml';
import type { Moto } from '../world';

/** Asks moto about one service in one account and region. */
export type Ask = (
  request: Pick<Parameters<Moto['request']>[0], 'method' | 'path' | 'headers' | 'body'>,
) => ReturnType<Moto['request']>;

/** Lists what a user has created in one service of an account, as `<type> <id>`. */
export type Probe = (ask: Ask) => Promise<readonly string[]>;

/** A list of the JSON protocol: of strings, or of objects that carry their id in a member. */
export const listed =
  (
    type: string,
    target: string,
    list: string,
    id?: string,
    counts: (item: JsonObject) => boolean = () => true,
  ): Probe =>
  async (ask) =>
    idsIn((await askJson(ask, target))[list], id, counts).map((each) => `${type} ${each}`);

/** Elements of an answer of the query protocol. */
export function named(
  type: string,
  action: string,
  version: string,
  element: string,
  counts: (id: string) => boolean = () => true,
): Probe {
  return async (ask) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = await answered(ask, { method: 'POST', headers, body: `Action=${action}&Version=${version}` });
    const ids = elementsOf(body, element).filter(counts);
    return ids.map((id) => `${type} ${id}`);
  };
}

/** A list of a REST service. */
export const rest =
  (type: string, method: 'GET' | 'POST', path: string, list: string, id: string): Probe =>
  async (ask) => {
    const body = await answered(ask, { method, path, ...(method === 'POST' && { body: '{}' }) });
    return idsIn(parsed(body)[list], id).map((each) => `${type} ${each}`);
  };

function idsIn(
  list: JsonValue | undefined,
  id: string | undefined,
  counts: (item: JsonObject) => boolean = () => true,
): (JsonValue | undefined)[] {
  const items: readonly JsonValue[] = Array.isArray(list) ? list : [];
  return items
    .filter((item) => !isObject(item) || counts(item))
    .map((item) => (isObject(item) && id !== undefined ? item[id] : item));
}

/** Customer keys of KMS that are not scheduled for deletion. */
export async function customerKeys(ask: Ask): Promise<readonly string[]> {
  const ids = idsIn((await askJson(ask, 'TrentService.ListKeys')).Keys, 'KeyId');
  const keys = await Promise.all(ids.map((KeyId) => askJson(ask, 'TrentService.DescribeKey', { KeyId })));
  return keys.flatMap(({ KeyMetadata: key }) =>
    isObject(key) && key.KeyManager === 'CUSTOMER' && key.KeyState !== 'PendingDeletion' ? [`key ${key.KeyId}`] : [],
  );
}

/** Buckets, in whatever region. */
export async function buckets(ask: Ask): Promise<readonly string[]> {
  return elementsOf(await answered(ask, { path: '/' }), 'Name').map((name) => `bucket ${name}`);
}

/** The public access block of the account, which is one resource of S3 Control. */
export async function publicAccessBlock(ask: Ask): Promise<readonly string[]> {
  const path = '/v20180820/configuration/publicAccessBlock';
  const body = await answered(ask, { path }, 'NoSuchPublicAccessBlockConfiguration');
  return body === '' ? [] : ['account-public-access-block'];
}

/** The password policy of the account. */
export async function passwordPolicy(ask: Ask): Promise<readonly string[]> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = { method: 'POST', headers, body: 'Action=GetAccountPasswordPolicy&Version=2010-05-08' };
  return (await answered(ask, request, 'NoSuchEntity')) === '' ? [] : ['account-password-policy'];
}

/** StackSets of CloudFormation; moto goes on listing those that were deleted. */
export async function stackSets(ask: Ask): Promise<readonly string[]> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = { method: 'POST', headers, body: 'Action=ListStackSets&Version=2010-05-15' };
  const body = await answered(ask, request);
  const states = elementsOf(body, 'Status');
  return elementsOf(body, 'StackSetName').flatMap((name, index) =>
    states[index] === 'ACTIVE' ? [`stack-set ${name}`] : [],
  );
}

async function askJson(ask: Ask, target: string, input: JsonObject = {}): Promise<JsonObject> {
  return parsed(await answered(ask, jsonCall(target, input)));
}

function parsed(body: string): JsonObject {
  const answer = tryParseObject(body);
  if (!answer) throw new Error(`moto could not list what is left, it answered: ${body}`);
  return answer;
}

/** The body of the answer, or '' for the one error that means absence. A list that fails must not pass for an empty one. */
async function answered(ask: Ask, request: Parameters<Ask>[0], absence?: string): Promise<string> {
  const { status, body } = await ask(request);
  if (status < 300) return body;
  if (absence !== undefined && body.includes(absence)) return '';
  throw new Error(`moto could not list what is left (${JSON.stringify(request)}): ${status} ${body}`);
}
