import type { PolicyDocument } from '../../policy/iam/authorize';
import { newlyAllowed } from '../../proof/access';
import type { Holder } from '../../proof/holder';

const account = '111122223333';
const bucket: Holder = { use: 'resource', service: 's3', account };
const key: Holder = { use: 'key', service: 'kms', account };
const trust: Holder = { use: 'trust', service: 'sts', account };
const role: Holder = { use: 'identity', service: 'iam', account };

const document = (...Statement: readonly object[]): PolicyDocument =>
  ({ Version: '2012-10-17', Statement }) as unknown as PolicyDocument;
const allow = (Principal: unknown, Action: string | readonly string[], more: object = { Resource: '*' }) => ({
  Effect: 'Allow',
  ...(Principal !== undefined && { Principal }),
  Action,
  ...more,
});
const deny = (Action: string, Condition?: object) => ({
  Effect: 'Deny',
  Principal: '*',
  Action,
  Resource: '*',
  ...(Condition && { Condition }),
});
const root = (id: string) => ({ AWS: `arn:aws:iam::${id}:root` });

describe('what a document newly lets through', () => {
  it('is nothing where only words and order differ', async () => {
    const one = allow(root('444455556666'), ['s3:GetObject', 's3:PutObject']);
    const other = { Sid: 'Two', ...allow(root('444455556666'), ['s3:PutObject', 's3:GetObject']) };
    expect(
      await newlyAllowed(document(one, deny('s3:DeleteObject')), document(deny('s3:DeleteObject'), other), bucket),
    ).toEqual([]);
  });

  it('is nothing where a statement is split in two, or a wildcard covers what was named', async () => {
    const all = document(allow(root(account), 'kms:*'));
    const parts = document(allow(root(account), ['kms:Decrypt', 'kms:*']), allow(root(account), 'kms:Encrypt'));
    expect(await newlyAllowed(all, parts, key)).toEqual([]);
  });

  it('is an action for the account that a key policy newly names', async () => {
    const before = document(allow(root(account), 'kms:*'));
    const after = document(allow(root(account), 'kms:*'), allow(root('444455556666'), 'kms:Decrypt'));
    expect(await newlyAllowed(before, after, key)).toEqual([
      {
        verdict: 'possible',
        callers: ['account 444455556666'],
        request: { action: 'kms:Decrypt', resource: '*', context: {} },
      },
    ]);
    expect(await newlyAllowed(after, before, key)).toEqual([]);
  });

  it('is what a deny forbade to the own account, whose roles need no statement of a bucket policy', async () => {
    const insecure = deny('s3:*', { Bool: { 'aws:SecureTransport': 'false' } });
    expect(await newlyAllowed(document(insecure), document(), bucket)).toEqual([
      {
        verdict: 'possible',
        callers: ['anyone of its own account'],
        request: { action: 's3:GetObject', resource: '*', context: { 'aws:securetransport': ['false'] } },
      },
    ]);
  });

  it('is nothing of the own account in a key policy that does not name it', async () => {
    expect(await newlyAllowed(document(deny('kms:*')), document(), key)).toEqual([]);
  });

  it('is a request without the condition that a statement loses, for whoever is the farthest', async () => {
    const inside = allow('*', 's3:GetObject', {
      Resource: 'arn:aws:s3:::data/*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-own' } },
    });
    const [opening] = await newlyAllowed(
      document(inside),
      document(allow('*', 's3:GetObject', { Resource: 'arn:aws:s3:::data/*' })),
      bucket,
    );
    expect(opening).toMatchObject({
      verdict: 'possible',
      callers: ['anyone of another account', 'another-service.amazonaws.com'],
      request: { action: 's3:GetObject', context: {} },
    });
  });

  it('is the session of whom a trust policy newly names, or of a service without its condition', async () => {
    const service = { Service: 'config.amazonaws.com' };
    const confined = allow(service, 'sts:AssumeRole', {
      Condition: { StringEquals: { 'aws:SourceAccount': account } },
    });
    const before = document(confined);
    const person = 'arn:aws:iam::444455556666:role/Admin';
    const [named] = await newlyAllowed(before, document(confined, allow({ AWS: person }, 'sts:AssumeRole', {})), trust);
    expect(named).toMatchObject({ callers: [person], request: { action: 'sts:AssumeRole' } });
    const [loose] = await newlyAllowed(before, document(allow(service, 'sts:AssumeRole', {})), trust);
    expect(loose).toMatchObject({
      callers: ['config.amazonaws.com'],
      request: { context: { 'aws:sourceaccount': [] } },
    });
  });

  it('is an action on a resource that a role newly has', async () => {
    const read = allow(undefined, 's3:GetObject', { Resource: 'arn:aws:s3:::one/*' });
    const wide = allow(undefined, 's3:GetObject', { Resource: 'arn:aws:s3:::*' });
    const [opening] = await newlyAllowed(document(read), document(wide), role);
    expect(opening).toMatchObject({ verdict: 'possible', callers: [], request: { action: 's3:GetObject' } });
    expect(await newlyAllowed(document(wide), document(read), role)).toEqual([]);
  });

  it('has an action that AWS has, where a pattern stands for many', async () => {
    const [opening] = await newlyAllowed(document(), document(allow(undefined, 'bedrock:*')), role);
    expect(opening).toMatchObject({ request: { action: 'bedrock:InvokeModel' } });
  });

  it('is not known where a document cannot be read, or has an operator that is not encoded', async () => {
    const odd = allow(undefined, 's3:GetObject', { Resource: '*', Condition: { BinaryEquals: { 'aws:x': 'QUJD' } } });
    expect(await newlyAllowed(document(), document(odd), role)).toEqual([
      { verdict: 'not decided', because: expect.stringContaining('binaryequals') },
    ]);
    expect(await newlyAllowed(document(), document({ Effect: 'Maybe' }), role)).toEqual([
      { verdict: 'not decided', because: expect.stringContaining('Effect must be Allow or Deny') },
    ]);
  });
});

describe('a statement that is not encoded', () => {
  const odd = (Effect: string, Action = 's3:GetObject') => ({
    Effect,
    Action,
    Resource: `arn:aws:s3:::data/$\{aws:PrincipalAccount}/*`,
  });
  const plain = (Resource: string) => allow(undefined, 's3:PutObject', { Resource });

  it('does not hide what another one makes possible, where it stays as it is', async () => {
    const before = document(odd('Allow'), odd('Deny', 's3:DeleteObject'));
    const after = document(odd('Allow'), odd('Deny', 's3:DeleteObject'), plain('arn:aws:s3:::data/*'));
    expect(await newlyAllowed(before, after, role)).toMatchObject([
      { verdict: 'possible', request: { action: 's3:PutObject' } },
    ]);
    expect(await newlyAllowed(before, before, role)).toEqual([]);
  });

  it('leaves it open whether something becomes possible, where it is new, or denied before', async () => {
    expect(await newlyAllowed(document(), document(odd('Allow')), role)).toMatchObject([{ verdict: 'not decided' }]);
    const denied = document(plain('arn:aws:s3:::data/*'), odd('Deny', 's3:PutObject'));
    expect(await newlyAllowed(denied, document(plain('arn:aws:s3:::data/*')), role)).toMatchObject([
      { verdict: 'not decided', because: expect.stringContaining('policy variable') },
    ]);
  });
});
