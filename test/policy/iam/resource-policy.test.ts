import { allowsPrincipal, allowsService } from '../../../policy/iam/resource-policy';

const trail = 'arn:aws:cloudtrail:eu-west-1:111111111111:trail/organization';
const request = {
  service: 'cloudtrail.amazonaws.com',
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::logs/AWSLogs/111111111111/CloudTrail/x',
  context: { 'aws:SourceArn': trail, 's3:x-amz-acl': 'bucket-owner-full-control' },
};
const allow = {
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::logs/AWSLogs/111111111111/*',
};

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allows = (...statements: object[]) => allowsService(policy(...statements), request);
const withCondition = (condition: object) => allows({ ...allow, Condition: condition });

describe('the statement that speaks of a request', () => {
  test('allows what it names', () => {
    expect(allows(allow)).toBe(true);
    expect(allowsService(JSON.stringify({ Statement: allow }), request)).toBe(true);
  });

  test('allows nothing without a policy or without a fitting statement', () => {
    expect(allowsService(undefined, request)).toBe(false);
    expect(allows({ ...allow, Principal: { Service: 'config.amazonaws.com' } })).toBe(false);
    expect(allows({ ...allow, Action: 's3:GetBucketAcl' })).toBe(false);
    expect(allows({ ...allow, Resource: 'arn:aws:s3:::logs/AWSLogs/222222222222/*' })).toBe(false);
  });

  test('takes lists and wildcards of principals, actions and resources', () => {
    expect(allows({ ...allow, Principal: '*' })).toBe(true);
    expect(allows({ ...allow, Principal: { AWS: '*' } })).toBe(true);
    expect(allows({ ...allow, Principal: { Service: ['config.amazonaws.com', 'cloudtrail.amazonaws.com'] } })).toBe(
      true,
    );
    expect(allows({ ...allow, Action: ['s3:GetBucketAcl', 'S3:put*'] })).toBe(true);
    expect(allows({ ...allow, Resource: '*' })).toBe(true);
    expect(allows({ ...allow, Resource: 'arn:aws:s3:::log?/AWSLogs/*' })).toBe(true);
  });

  test('takes the negated elements', () => {
    expect(allows({ ...allow, Action: undefined, NotAction: 's3:Delete*' })).toBe(true);
    expect(allows({ ...allow, Action: undefined, NotAction: 's3:Put*' })).toBe(false);
  });

  test('lets an explicit Deny win', () => {
    expect(allows(allow, { ...allow, Effect: 'Deny' })).toBe(false);
    expect(allows(allow, { ...allow, Effect: 'Deny', Action: 's3:DeleteObject' })).toBe(true);
  });

  test('reads a trust policy, which names no resource', () => {
    const trust = policy({ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 'sts:AssumeRole' });
    const assume = { service: 'config.amazonaws.com', action: 'sts:AssumeRole', resource: 'role', context: {} };
    expect(allowsService(trust, assume)).toBe(true);
  });
});

describe('the condition of a statement', () => {
  test.each([
    [{ StringEquals: { 'AWS:SourceArn': trail } }, true],
    [{ StringEquals: { 'aws:SourceArn': ['other', trail] } }, true],
    [{ StringEquals: { 'aws:SourceArn': 'other' } }, false],
    [{ StringEquals: { 'aws:SourceAccount': '111111111111' } }, false],
    [{ StringEqualsIfExists: { 'aws:SourceAccount': '111111111111' } }, true],
    [{ StringNotEquals: { 'aws:SourceArn': trail } }, false],
    [{ StringNotEquals: { 'aws:SourceArn': ['other', 'another'] } }, true],
    [{ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }, true],
    [{ StringLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111111111111:trail/*' } }, true],
    [{ StringNotLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*' } }, false],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111111111111:trail/*' } }, true],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:trail/*' } }, false],
    [{ ArnEquals: { 'aws:SourceArn': trail } }, true],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, true],
    [{ Bool: { 'aws:PrincipalIsAWSService': false } }, false],
    [{ Null: { 'aws:SourceArn': 'false' } }, true],
    [{ Null: { 'aws:SourceArn': true } }, false],
    [{ NumericLessThan: { 's3:TlsVersion': '1.2' } }, false],
    [{ DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, false],
    [{ 'ForAnyValue:StringEquals': { 'aws:SourceArn': trail } }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:SourceArn': 'other' } }, false],
    [{ StringEqualsIgnoreCase: { 'aws:SourceArn': trail.toUpperCase() } }, true],
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, false],
    [{ StringMatches: { 'aws:SourceArn': trail } }, false],
  ])('%j lets the request through: %s', (condition, allowed) => {
    expect(withCondition(condition)).toBe(allowed);
  });

  test('holds only when all of its keys and operators hold', () => {
    const acl = { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } };
    expect(withCondition({ ...acl, ArnLike: { 'aws:SourceArn': trail } })).toBe(true);
    expect(withCondition({ ...acl, ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::logs' } })).toBe(false);
  });

  test('with an unknown operator denies, wherever it stands', () => {
    const deny = { ...allow, Effect: 'Deny', Condition: { StringMatches: { 'aws:SourceArn': 'other' } } };
    expect(allows(allow, deny)).toBe(false);
    expect(allows(allow, { ...deny, Effect: 'Allow' })).toBe(false);
  });

  test('compares with dates, ranges and variables in a Deny as well', () => {
    const denied = (condition: object, context: Record<string, string>) =>
      !allowsService(policy(allow, { ...allow, Effect: 'Deny', Condition: condition }), { ...request, context });
    const late = { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } };
    expect(denied(late, { 'aws:CurrentTime': '2026-11-20T00:00:00Z' })).toBe(true);
    expect(denied(late, { 'aws:CurrentTime': '2025-11-20T00:00:00Z' })).toBe(false);
    const elsewhere = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
    expect(denied(elsewhere, { 'aws:SourceIp': '198.51.100.1' })).toBe(true);
    expect(denied(elsewhere, { 'aws:SourceIp': '203.0.113.1' })).toBe(false);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables are written so.
    const others = { StringNotEquals: { 'aws:SourceAccount': '${s3:prefix}' } };
    expect(denied(others, { 'aws:SourceAccount': '1', 's3:prefix': '2' })).toBe(true);
    expect(denied(others, { 'aws:SourceAccount': '1', 's3:prefix': '1' })).toBe(false);
  });

  test('spares services from a perimeter that denies strangers', () => {
    const perimeter = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      },
    };
    expect(allows(allow, perimeter)).toBe(true);
  });
});

describe('a role', () => {
  const principal = 'arn:aws:iam::222222222222:role/config-recorder';
  const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::logs/x', context: { 'aws:PrincipalOrgID': 'o-1' } };
  const allowed = (statement: object) =>
    allowsPrincipal(policy({ ...allow, Resource: '*', ...statement }), { ...put, principal });

  test('is allowed by its ARN, its account or its organization', () => {
    expect(allowed({ Principal: { AWS: principal } })).toBe(true);
    expect(allowed({ Principal: { AWS: 'arn:aws:iam::222222222222:root' } })).toBe(true);
    expect(allowed({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })).toBe(true);
  });

  test('is refused as a stranger and where only a service is named', () => {
    expect(allowed({ Principal: { AWS: 'arn:aws:iam::333333333333:root' } })).toBe(false);
    expect(allowed({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-2' } } })).toBe(false);
    expect(allowed({ Principal: { Service: 'config.amazonaws.com' } })).toBe(false);
  });

  test('is a session that is named by itself or by its role', () => {
    const session = 'arn:aws:sts::222222222222:assumed-role/config-recorder/run';
    const named = (AWS: string) =>
      allowsPrincipal(policy({ ...allow, Resource: '*', Principal: { AWS } }), { ...put, principal: session });
    expect(named(session)).toBe(true);
    expect(named(principal)).toBe(true);
    expect(named(session.replace('run', 'other'))).toBe(false);
  });

  test('is known by its account and its resource’s in the keys that follow from them', () => {
    const within = (key: string, account: string) =>
      allowsPrincipal(
        policy({ ...allow, Resource: '*', Principal: '*', Condition: { StringEquals: { [key]: account } } }),
        {
          ...put,
          resource: 'arn:aws:sns:eu-west-1:333333333333:findings',
          principal,
        },
      );
    expect(within('aws:PrincipalAccount', '222222222222')).toBe(true);
    expect(within('aws:PrincipalAccount', '333333333333')).toBe(false);
    expect(within('aws:ResourceAccount', '333333333333')).toBe(true);
  });
});
