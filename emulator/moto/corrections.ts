import type { AwsRequest } from '../gateway/request';
import type { Reply } from '../gateway/wire';
import { AwsError } from '../toolkit/errors';
import { isObject, type JsonObject, tryParseObject } from '../toolkit/json';
import { tryElement } from '../toolkit/xml';
import { asJson } from './template-policies';

/** What moto is asked in place of a request that it does not read to the end. */
export function correctedBody(service: string, operation: string, account: string, { body }: AwsRequest): Buffer {
  return service === 'ec2' && operation === 'DescribeSnapshots' ? ofOwner(body, account) : body;
}

/** An answer of moto as AWS gives it. */
export function correctedAnswer(
  service: string,
  operation: string,
  account: string,
  request: AwsRequest,
  answer: Reply,
) {
  const correct = answer.status === 200 ? corrections[`${service}:${operation}`] : undefined;
  return correct === undefined ? answer : { ...answer, body: correct(answer.body.toString(), { account, request }) };
}

type Correct = (body: string, asked: { readonly account: string; readonly request: AwsRequest }) => string;

/** moto does not read the owners of snapshots, and has a thousand public ones; the filter means the same. */
function ofOwner(body: Buffer, account: string): Buffer {
  const form = new URLSearchParams(body.toString());
  const names = [...form.keys()];
  const owners = names.filter((name) => /^Owner\.\d+$/.test(name));
  if (owners.length === 0) return body;
  const filter = `Filter.${1 + names.filter((name) => /^Filter\.\d+\.Name$/.test(name)).length}`;
  form.set(`${filter}.Name`, 'owner-id');
  for (const [index, owner] of owners.entries()) {
    const value = form.get(owner) ?? '';
    form.set(`${filter}.Value.${index + 1}`, value === 'self' ? account : value);
    form.delete(owner);
  }
  return Buffer.from(form.toString());
}

/** A JSON answer with one of its objects changed. */
const inJson =
  (member: string, change: (value: JsonObject, request: AwsRequest) => JsonObject): Correct =>
  (body, { request }) => {
    const answer = tryParseObject(body) ?? {};
    const value = answer[member];
    return JSON.stringify(isObject(value) ? { ...answer, [member]: change(value, request) } : answer);
  };

const singleRegion = inJson('KeyMetadata', (key) => ({ ...key, MultiRegion: key.MultiRegion ?? false }));

/** The code of a function is nowhere to be downloaded, and least of all from the real AWS, where moto's address leads. */
const ownAddress = inJson('Code', (code, { headers }) => ({
  ...code,
  Location: String(code.Location ?? '').replace(/^https:\/\/[^/]+/, `http://${headers.host ?? 'localhost'}`),
}));

const policyOrNone: Correct = (body) => {
  if (tryParseObject(body)?.PolicyInJson !== undefined) return body;
  throw new AwsError('EntityNotFoundException', 'Policy not found');
};

/** A credential report begins with the root user (IAM User Guide, id_credentials_getting-report), whom moto leaves out. */
const withRoot: Correct = (body, { account }) => {
  const encoded = tryElement(body, 'Content') ?? '';
  const [head = '', ...users] = Buffer.from(encoded, 'base64').toString().trimEnd().split('\n');
  const root = rootOf(account);
  const row = head.split(',').map((column) => root[column] ?? (column.endsWith('_active') ? 'false' : 'N/A'));
  return body.replace(encoded, Buffer.from([head, row.join(','), ...users].join('\n')).toString('base64'));
};

/** The root user of an account that Organizations made, who has never signed in and has no key. */
const rootOf = (account: string): Readonly<Record<string, string>> => ({
  user: '<root_account>',
  arn: `arn:aws:iam::${account}:root`,
  password_enabled: 'not_supported',
  password_last_used: 'no_information',
  password_last_changed: 'not_supported',
  password_next_rotation: 'not_supported',
});

/** "This value is set to windows for Windows AMIs; otherwise, it is blank." (EC2 API Reference, Image) */
const blankPlatform: Correct = (body) => body.replaceAll('<platform>Linux/UNIX</platform>', '');

const inJsonForm: Correct = (body) => {
  const document = tryElement(body, 'PolicyDocument') ?? '';
  return body.replace(
    `<PolicyDocument>${document}<`,
    `<PolicyDocument>${encodeURIComponent(asJson(decodeURIComponent(document)))}<`,
  );
};

const corrections: Readonly<Record<string, Correct>> = {
  'ec2:DescribeImages': blankPlatform,
  'glue:GetResourcePolicy': policyOrNone,
  'iam:GetCredentialReport': withRoot,
  'iam:GetRolePolicy': inJsonForm,
  'kms:CreateKey': singleRegion,
  'kms:DescribeKey': singleRegion,
  'lambda:GetFunction': ownAddress,
};
