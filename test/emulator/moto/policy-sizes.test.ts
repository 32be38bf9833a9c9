import { checkPolicySize } from '../../../emulator/moto/policy-sizes';
import type { Moto } from '../../../emulator/world';
import { MANAGEMENT, refusal } from '../../support/world';

/** A document of so many characters, white space not counted. */
const document = (characters: number): string => JSON.stringify({ Sid: 'a'.repeat(characters - '{"Sid":""}'.length) });

/** A moto in which every identity has these inline policies. */
const motoWithInline = (policies: Readonly<Record<string, string>>): Moto => ({
  request: async ({ body = '' }) => {
    const name = new URLSearchParams(body).get('PolicyName');
    const members = Object.keys(policies).map((one) => `<member>${one}</member>`);
    const found = name === null ? members.join('') : encodeURIComponent(policies[name] ?? '');
    return {
      status: 200,
      body: name === null ? `<PolicyNames>${found}</PolicyNames>` : `<PolicyDocument>${found}</PolicyDocument>`,
    };
  },
});

const check = (service: string, operation: string, input: object, { moto = motoWithInline({}), body = '' } = {}) => {
  const call = { service, operation, account: MANAGEMENT, region: 'us-east-1', input: { ...input } };
  return checkPolicySize(moto, call, Buffer.from(body));
};

describe.each([
  ['iam', 'CreateRole', 'AssumeRolePolicyDocument', 2048, 'LimitExceeded'],
  ['iam', 'UpdateAssumeRolePolicy', 'AssumeRolePolicyDocument', 2048, 'LimitExceeded'],
  ['iam', 'CreatePolicy', 'PolicyDocument', 6144, 'LimitExceeded'],
  ['iam', 'CreatePolicyVersion', 'PolicyDocument', 6144, 'LimitExceeded'],
  ['iam', 'PutRolePolicy', 'PolicyDocument', 10_240, 'LimitExceeded'],
  ['iam', 'PutUserPolicy', 'PolicyDocument', 2048, 'LimitExceeded'],
  ['iam', 'PutGroupPolicy', 'PolicyDocument', 5120, 'LimitExceeded'],
  ['kms', 'CreateKey', 'Policy', 32_768, 'LimitExceededException'],
  ['kms', 'PutKeyPolicy', 'Policy', 32_768, 'LimitExceededException'],
])('%s:%s', (service, operation, member, most, code) => {
  it(`takes a document of ${most} characters, and none that is longer`, async () => {
    await expect(check(service, operation, { [member]: document(most) })).resolves.toBeUndefined();
    await expect(check(service, operation, { [member]: document(most + 1) })).rejects.toEqual(refusal(code));
  });
});

describe('the inline policies of a role', () => {
  const moto = motoWithInline({ read: document(6000), write: document(4000) });
  const put = (PolicyName: string, characters: number) =>
    check('iam', 'PutRolePolicy', { RoleName: 'lake', PolicyName, PolicyDocument: document(characters) }, { moto });

  it('count together', async () => {
    await expect(put('more', 240)).resolves.toBeUndefined();
    await expect(put('more', 241)).rejects.toMatchObject({
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 10240 bytes exceeded for role lake',
    });
  });

  it('count once where one replaces its former self', async () => {
    await expect(put('read', 6240)).resolves.toBeUndefined();
    await expect(put('read', 6241)).rejects.toEqual(refusal('LimitExceeded'));
  });
});

it('counts no white space in IAM', async () => {
  const spaced = JSON.stringify(JSON.parse(document(2048)), undefined, 8);
  expect(spaced.length).toBeGreaterThan(2048);
  await expect(check('iam', 'CreateRole', { AssumeRolePolicyDocument: spaced })).resolves.toBeUndefined();
});

it('takes a bucket policy of 20,480 bytes as S3 keeps it, and none that is longer', async () => {
  const pretty = JSON.stringify(JSON.parse(document(20_480)), undefined, 2);
  await expect(check('s3', 'PutBucketPolicy', {}, { body: pretty })).resolves.toBeUndefined();
  await expect(check('s3', 'PutBucketPolicy', {}, { body: document(20_481) })).rejects.toEqual(
    refusal('MalformedPolicy'),
  );
});

it('looks at nothing else', async () => {
  const moto: Moto = { request: () => Promise.reject(new Error('not asked')) };
  await expect(check('iam', 'GetRole', { PolicyDocument: document(99_999) }, { moto })).resolves.toBeUndefined();
});
