import { type JudgedCall, text } from '../authorization/judged-call';
import { askIam } from '../services/iam/ask';
import { AwsError } from '../toolkit/errors';
import { tryParseObject } from '../toolkit/json';
import { elementsOf, tryElement } from '../toolkit/xml';
import type { Moto } from '../world';

/** Refuses a document that is larger than its service takes it; moto takes any. */
export async function checkPolicySize(moto: Moto, call: JudgedCall, body: Buffer): Promise<void> {
  await checks[`${call.service}:${call.operation}`]?.(call, { moto, body });
}

type Check = (call: JudgedCall, sent: { readonly moto: Moto; readonly body: Buffer }) => void | Promise<void>;

/** "IAM doesn't count white space when calculating the size of a policy against these quotas" (IAM User Guide, reference_iam-quotas). */
const counted = (document = ''): number => document.replace(/\s/g, '').length;

const limitExceeded = (message: string): AwsError => new AwsError('LimitExceeded', message, 409);

/** Characters of one document, in IAM's words for its quota. */
const oneDocument =
  (name: string, quota: string, most: number): Check =>
  ({ input }) => {
    if (counted(text(input, name)) > most) throw limitExceeded(`Cannot exceed quota for ${quota}: ${most}`);
  };

/** Characters of all inline policies of an identity. */
const inline =
  (kind: 'Role' | 'User' | 'Group', most: number): Check =>
  async ({ account, input }, { moto }) => {
    const owner = text(input, `${kind}Name`) ?? '';
    const own = { [`${kind}Name`]: owner };
    const names = elementsOf((await askIam(moto, account, `List${kind}Policies`, own)).body, 'member');
    const others = await Promise.all(
      names
        .filter((name) => name !== text(input, 'PolicyName'))
        .map((PolicyName) => askIam(moto, account, `Get${kind}Policy`, { ...own, PolicyName })),
    );
    const documents = others.map(({ body }) => decodeURIComponent(tryElement(body, 'PolicyDocument') ?? ''));
    const sum = [text(input, 'PolicyDocument'), ...documents].reduce((total, document) => total + counted(document), 0);
    if (sum > most)
      throw limitExceeded(`Maximum policy size of ${most} bytes exceeded for ${kind.toLowerCase()} ${owner}`);
  };

/** Bytes of a key policy, white space too. */
const keyPolicy: Check = ({ input }) => {
  if (Buffer.byteLength(text(input, 'Policy') ?? '') > 32_768)
    throw new AwsError('LimitExceededException', 'The key policy document exceeds the limit of 32768 bytes.');
};

/** Bytes of a bucket policy as S3 keeps it, without what makes it easy to read. S3 writes nowhere which code it refuses it with. */
const bucketPolicy: Check = (_call, { body }) => {
  const document = tryParseObject(body.toString());
  if (document !== undefined && Buffer.byteLength(JSON.stringify(document)) > 20_480)
    throw new AwsError('MalformedPolicy', 'Policy exceeds the maximum allowed document size of 20480 bytes.');
};

const trust = oneDocument('AssumeRolePolicyDocument', 'ACLSizePerRole', 2048);
const managed = oneDocument('PolicyDocument', 'PolicySize', 6144);

/**
 * Sources: IAM User Guide, reference_iam-quotas (characters); KMS Developer Guide, resource-limits (key policy document size); S3 User
 * Guide, add-bucket-policy ("limited to 20 KB in size").
 */
const checks: Readonly<Record<string, Check>> = {
  'iam:CreateRole': trust,
  'iam:UpdateAssumeRolePolicy': trust,
  'iam:CreatePolicy': managed,
  'iam:CreatePolicyVersion': managed,
  'iam:PutRolePolicy': inline('Role', 10_240),
  'iam:PutUserPolicy': inline('User', 2048),
  'iam:PutGroupPolicy': inline('Group', 5120),
  'kms:CreateKey': keyPolicy,
  'kms:PutKeyPolicy': keyPolicy,
  's3:PutBucketPolicy': bucketPolicy,
};
