import { authorize, type Policies, type Principal } from '../../../policy/iam/authorize';
import { type ConditionKeys, contextOf } from '../../../policy/iam/context';
import { findPrincipal } from '../../../policy/iam/principal';

const account = '111122223333';
const ann = findPrincipal(`arn:aws:iam::${account}:user/ann`);
const everything = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
const nothing = { ...everything, Effect: 'Deny', Sid: 'Nothing' } as const;

const named = (name: string, ...statements: object[]) => ({
  name,
  document: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
});
const open = [named('open', everything)];
const openRcp = named('open', { ...everything, Principal: '*' });
const decide = (policies: Policies, principal: Principal = ann, action = 's3:GetObject', context: ConditionKeys = {}) =>
  authorize({ action, resource: '*', principal, context: contextOf(context) }, policies);

const assume = (resource: object[]) =>
  authorize(
    {
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${account}:role/target`,
      principal: ann,
      context: contextOf(),
    },
    { identity: open, resource: [named('trust', ...resource)] },
  );

describe('the sentence of AWS', () => {
  it.each<[string, Policies, string]>([
    ['identity', {}, 'because no identity-based policy allows the s3:GetObject action'],
    [
      'boundary',
      { identity: open, boundary: named('b') },
      'because no permissions boundary allows the s3:GetObject action',
    ],
    ['session', { identity: open, session: [named('s')] }, 'because no session policy allows the s3:GetObject action'],
    ['scp', { identity: open, scps: [[]] }, 'because no service control policy allows the s3:GetObject action'],
    ['rcp', { identity: open, rcps: [[]] }, 'because no resource control policy allows the s3:GetObject action'],
  ])('says that no policy allows: %s', (by, policies, message) => {
    expect(decide(policies)).toEqual({ allowed: false, reason: 'implicit deny', by, message });
  });

  it.each<[string, Policies, string]>([
    ['identity', { identity: [named('p', nothing)] }, 'with an explicit deny in an identity-based policy'],
    ['boundary', { boundary: named('p', nothing) }, 'with an explicit deny in a permissions boundary'],
    ['session', { session: [named('p', nothing)] }, 'with an explicit deny in a session policy'],
    ['scp', { scps: [[named('p', nothing)]] }, 'with an explicit deny in a service control policy'],
    [
      'rcp',
      { rcps: [[openRcp, named('p', { ...nothing, Principal: '*' })]] },
      'with an explicit deny in a resource control policy',
    ],
    [
      'resource',
      { resource: [named('p', { ...nothing, Principal: '*' })] },
      'with an explicit deny in a resource-based policy',
    ],
  ])('says which kind of policy denies, and the decision names policy and statement: %s', (by, policies, message) => {
    expect(decide(policies)).toEqual({
      allowed: false,
      reason: 'explicit deny',
      by,
      policy: 'p',
      statement: 'Nothing',
      message,
    });
  });

  it('speaks of the role trust policy where a role is assumed', () => {
    const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } };
    expect(assume([trust])).toMatchObject({
      message: 'because no role trust policy allows the sts:AssumeRole action',
    });
    expect(assume([{ ...trust, Effect: 'Deny', Principal: '*' }])).toMatchObject({
      statement: 'Statement[0]',
      message: 'with an explicit deny in the role trust policy',
    });
  });

  it('is none where a policy cannot be read: the message says which, and why', () => {
    expect(decide({ identity: [...open, named('odd', { ...everything, Effect: 'Perhaps' })] })).toEqual({
      allowed: false,
      reason: 'unreadable',
      by: 'identity',
      policy: 'odd',
      message: 'because an identity-based policy, odd, cannot be read: Statement[0]: Effect must be Allow or Deny',
    });
  });
});

describe('a decision', () => {
  it('names the explicit deny, though another policy cannot be read', () => {
    const policies = { identity: [named('odd', {}), named('p', nothing)] };
    expect(decide(policies)).toMatchObject({ reason: 'explicit deny', policy: 'p' });
  });

  it('asks RCPs before SCPs, and these before the policies of resource and principal', () => {
    const all = {
      rcps: [[openRcp, named('p', { ...nothing, Principal: '*' })]],
      scps: [[named('p', nothing)]],
      resource: [named('p', { ...nothing, Principal: '*' })],
      identity: [named('p', nothing)],
    };
    expect(decide(all)).toMatchObject({ by: 'rcp' });
    expect(decide({ ...all, rcps: undefined })).toMatchObject({ by: 'scp' });
    expect(decide({ ...all, rcps: undefined, scps: undefined })).toMatchObject({ by: 'resource' });
  });

  it('takes an empty list of session or resource policies for none', () => {
    expect(decide({ identity: open, session: [], resource: [] })).toEqual({ allowed: true });
    expect(decide({ identity: open, resource: [] }, ann, 'kms:ListKeys')).toEqual({ allowed: true });
  });

  it('takes the keys of the request in place of those that follow from the principal', () => {
    const policies = {
      identity: [named('p', { ...everything, Condition: { StringEquals: { 'aws:username': 'bob' } } })],
    };
    expect(decide(policies)).toMatchObject({ allowed: false });
    expect(decide(policies, ann, 's3:GetObject', { 'AWS:Username': 'bob' })).toEqual({ allowed: true });
  });

  it('lets no Deny with a policy variable pass', () => {
    const others = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables are written so.
      Condition: { StringNotEquals: { 's3:prefix': '${aws:username}' } },
    };
    const policies = { identity: open, resource: [named('bucket', others)] };
    expect(decide(policies, ann, 's3:ListBucket', { 's3:prefix': 'ann' })).toEqual({ allowed: true });
    expect(decide(policies, ann, 's3:ListBucket', { 's3:prefix': 'bob' })).toMatchObject({ reason: 'explicit deny' });
  });
});
