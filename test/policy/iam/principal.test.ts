import { findPrincipal, isIdentity, tryPrincipalAccount, tryRoleArn } from '../../../policy/iam/principal';
import { principalKeys, resourceKeys, sourceKeys } from '../../../policy/iam/principal-context';

const session = 'arn:aws:sts::111122223333:assumed-role/Deployer/run';

describe('a principal', () => {
  it.each([
    ['arn:aws:iam::111122223333:root', 'root'],
    ['arn:aws:iam::111122223333:user/team/ann', 'user'],
    ['arn:aws:iam::111122223333:role/team/Deployer', 'role'],
    [session, 'role'],
    ['arn:aws:sts::111122223333:federated-user/ann', 'federated'],
  ])('of %s is of the kind %s, in the account of the ARN', (arn, kind) => {
    const principal = findPrincipal(arn);
    expect(principal.kind).toBe(kind);
    expect(tryPrincipalAccount(principal)).toBe('111122223333');
    expect(isIdentity(principal)).toBe(true);
  });

  it.each([
    { kind: 'service', serviceName: 'config.amazonaws.com' } as const,
    { kind: 'federated', arn: 'accounts.google.com' } as const,
    { kind: 'anonymous' } as const,
  ])('of the kind $kind may be in no account', (principal) => {
    expect(tryPrincipalAccount(principal)).toBeUndefined();
    expect(isIdentity(principal)).toBe(false);
  });

  it('that is a session has the role of its ARN, without the path unless it is told', () => {
    expect(tryRoleArn(findPrincipal(session))).toBe('arn:aws:iam::111122223333:role/Deployer');
    const roleArn = 'arn:aws:iam::111122223333:role/team/Deployer';
    expect(tryRoleArn({ kind: 'role', arn: session, roleArn })).toBe(roleArn);
    expect(tryRoleArn(findPrincipal(roleArn))).toBe(roleArn);
    expect(tryRoleArn(findPrincipal('arn:aws:iam::111122223333:user/ann'))).toBeUndefined();
  });

  it('that is a service-linked role is known by the path', () => {
    const of = (name: string) => findPrincipal(`arn:aws:iam::111122223333:role/${name}`).serviceLinked;
    expect(of('aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig')).toBe(true);
    expect(of('AWSServiceRoleForConfig')).toBe(false);
  });
});

describe('the keys that follow from', () => {
  it('a session: its role’s ARN, its own name in the user id, and no user name', () => {
    expect(principalKeys({ ...findPrincipal(session), uniqueId: 'AROAEXAMPLE' }, 'o-a1b2c3d4e5')).toEqual({
      'aws:PrincipalIsAWSService': 'false',
      'aws:PrincipalType': 'AssumedRole',
      'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Deployer',
      'aws:PrincipalAccount': '111122223333',
      'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
      'aws:userid': 'AROAEXAMPLE:run',
    });
  });

  it('a role of which no session is known: no user id, which ends in the name of one', () => {
    const role = { ...findPrincipal('arn:aws:iam::111122223333:role/Deployer'), uniqueId: 'AROAEXAMPLE' };
    expect(Object.keys(principalKeys(role))).not.toContain('aws:userid');
  });

  it('a federated user: account and name in the user id', () => {
    expect(principalKeys(findPrincipal('arn:aws:sts::111122223333:federated-user/ann'))).toMatchObject({
      'aws:PrincipalType': 'FederatedUser',
      'aws:userid': '111122223333:ann',
    });
  });

  it('a service: its name, and nothing of an account', () => {
    expect(principalKeys(findPrincipal('config.amazonaws.com'), 'o-a1b2c3d4e5')).toEqual({
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': 'config.amazonaws.com',
    });
  });

  it('an identity provider: nothing, because nobody is in an account yet', () => {
    expect(principalKeys({ kind: 'federated', arn: 'accounts.google.com' })).toEqual({});
  });

  it('the resource and the source of a call: account and organization where they are known', () => {
    expect(resourceKeys('111122223333')).toEqual({ 'aws:ResourceAccount': '111122223333' });
    expect(resourceKeys('111122223333', 'o-a1b2c3d4e5')).toMatchObject({ 'aws:ResourceOrgID': 'o-a1b2c3d4e5' });
    const source = { arn: 'arn:aws:s3:::source', account: '111122223333' };
    expect(sourceKeys(source)).toEqual({ 'aws:SourceArn': source.arn, 'aws:SourceAccount': source.account });
    expect(sourceKeys({ ...source, organizationId: 'o-1' })).toMatchObject({ 'aws:SourceOrgID': 'o-1' });
  });
});
