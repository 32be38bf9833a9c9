import {
  documentExists,
  findBucket,
  findFunctionPolicy,
  findKey,
  findTopicPolicy,
  findTrustPolicy,
  logGroupExists,
} from '../../emulator/resource-policy-lookup';
import type { Moto } from '../../emulator/world';
import { motoWith } from '../support/moto-with';

const policy = { Statement: [{ Effect: 'Allow', Action: 'a&<b>' }] };
const key = 'arn:aws:kms:eu-west-1:222222222222:key/1';
const role = 'arn:aws:iam::222222222222:role/path/recorder';
const topic = 'arn:aws:sns:eu-west-1:222222222222:findings';
const lambda = 'arn:aws:lambda:eu-west-1:222222222222:function:rule';
const resources = {
  buckets: { logs: { policy }, bare: { region: 'us-west-2' } },
  keys: { [key]: { policy } },
  roles: { [role]: policy },
  topics: { [topic]: policy },
  functions: { [lambda]: policy },
  documents: ['own-document'],
  logGroups: ['trail', 'trail-2'],
};
const seen: Parameters<Moto['request']>[0][] = [];
const moto: Moto = {
  request: async (request) => {
    seen.push(request);
    return motoWith(resources)(request);
  },
};
const caller = { account: '111111111111', region: 'eu-west-1' };

test('finds a bucket with its region and its policy', async () => {
  expect(await findBucket(moto, 'logs', caller.account)).toEqual({
    region: 'eu-west-1',
    policy: JSON.stringify(policy),
  });
  expect(await findBucket(moto, 'bare', caller.account)).toEqual({ region: 'us-west-2', policy: undefined });
  expect(await findBucket(moto, 'missing', caller.account)).toBeUndefined();
});

test('finds a key in the account and region of its ARN, and otherwise in the caller’s', async () => {
  seen.length = 0;
  expect(await findKey(moto, key, caller)).toEqual({
    arn: key,
    region: 'eu-west-1',
    enabled: true,
    policy: JSON.stringify(policy),
  });
  expect(seen[0]).toMatchObject({ account: '222222222222', region: 'eu-west-1', service: 'kms' });
  expect(await findKey(moto, 'alias/none', { ...caller, region: 'eu-north-1' })).toBeUndefined();
  expect(seen.at(-1)).toMatchObject({ account: '111111111111', region: 'eu-north-1' });
});

test('finds the policies of roles, topics and functions in the accounts of their ARNs', async () => {
  expect(await findTrustPolicy(moto, role)).toBe(JSON.stringify(policy));
  expect(await findTrustPolicy(moto, role.replace('2222', '3333'))).toBeUndefined();
  expect(await findTopicPolicy(moto, topic)).toBe(JSON.stringify(policy));
  expect(await findTopicPolicy(moto, `${topic}-2`)).toBeUndefined();
  expect(await findFunctionPolicy(moto, lambda)).toBe(JSON.stringify(policy));
  expect(await findFunctionPolicy(moto, `${lambda}-2`)).toBeUndefined();
});

test('takes the documents of AWS for granted and looks the others up', async () => {
  expect(await documentExists(moto, 'AWSConfigRemediation-EncryptSNSTopic', caller)).toBe(true);
  expect(await documentExists(moto, 'arn:aws:ssm:eu-west-1:111111111111:document/own-document', caller)).toBe(true);
  expect(await documentExists(moto, 'missing', caller)).toBe(false);
});

test('finds a log group by its whole name', async () => {
  expect(await logGroupExists(moto, 'arn:aws:logs:eu-west-1:111111111111:log-group:trail:*')).toBe(true);
  expect(await logGroupExists(moto, 'arn:aws:logs:eu-west-1:111111111111:log-group:trai:*')).toBe(false);
});
