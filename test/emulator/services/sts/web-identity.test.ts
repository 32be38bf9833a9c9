import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthorization } from '../../../../emulator/authorization/authorization';
import { Credentials } from '../../../../emulator/gateway/credentials';
import { identifyWebIdentity } from '../../../../emulator/gateway/web-identities';
import { sts } from '../../../../emulator/services/sts';
import { invoke } from '../../../support/calls';
import { fakeIam, policyOf } from '../../../support/fake-iam';
import { fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const issuer = 'https://app.terraform.io';
const provider = `arn:aws:iam::${MANAGEMENT}:oidc-provider/app.terraform.io`;
const role = `arn:aws:iam::${MANAGEMENT}:role/plan`;
const subject = 'organization:example:project:Zone:workspace:zone-a:run_phase:plan';

const trust = (phase: string): object =>
  policyOf({
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' },
      StringLike: { 'app.terraform.io:sub': `organization:example:project:Zone:workspace:zone-*:run_phase:${phase}` },
    },
  });

describe('AssumeRoleWithWebIdentity', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let server: Server;
  let address = '';

  beforeAll((ready) => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }];
    server = createServer(({ url }, response) =>
      response.end(JSON.stringify(url?.endsWith('openid-configuration') ? { jwks_uri: `${address}/keys` } : { keys })),
    );
    server.listen(0, '127.0.0.1', () => {
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      ready();
    });
  });
  afterAll((done) => {
    server.closeAllConnections();
    server.close(done);
  });

  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object = {}, key = privateKey): string => {
    const all = {
      iss: issuer,
      aud: 'aws.workload.identity',
      sub: subject,
      exp: Date.UTC(2026, 0, 1, 1) / 1000,
      ...claims,
    };
    const text = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(all)}`;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };

  /** The whole way of a token: the door, the policies, the service. */
  const assume = async (WebIdentityToken: string, phase = 'plan', issuers = new Map([[issuer, address]])) => {
    const providers = { [provider]: ['aws.workload.identity'] };
    const world = fakeWorld({ moto: fakeIam({ identities: { [role]: { trust: trust(phase) } }, providers }) });
    const credentials = new Credentials();
    const input = { RoleArn: role, RoleSessionName: 'run-1', WebIdentityToken };
    const caller = await identifyWebIdentity({ ...world, issuers }, input);
    const call = {
      account: caller.account,
      region: 'us-east-1',
      service: 'sts',
      operation: 'AssumeRoleWithWebIdentity',
      input,
    };
    const error = await createAuthorization(world).tryRefusal(caller, 'query', call);
    if (error) throw error;
    const { organization } = world;
    const service = sts({ credentials, organization, isOpen: () => true, hasRootSessions: () => false });
    return { answer: await invoke(service, call.operation, input, { ...call, caller }), credentials };
  };

  test('gives a session of the role whose trust policy names the provider, the audience and the subject', async () => {
    const { answer, credentials } = await assume(token());
    expect(answer).toMatchObject({
      AssumedRoleUser: { Arn: `arn:aws:sts::${MANAGEMENT}:assumed-role/plan/run-1` },
      SubjectFromWebIdentityToken: subject,
      Provider: provider,
      Audience: 'aws.workload.identity',
    });
    const scope = { accessKey: answer.Credentials.AccessKeyId, region: 'us-east-1', service: 'sts' };
    expect(credentials.identify(scope).session?.federatedProvider).toBe(provider);
  });

  test('is denied to a plan where the role is for applies', async () => {
    await expect(assume(token(), 'apply')).rejects.toEqual(refusal('AccessDenied'));
  });

  test('is denied to a workspace that the subject of the trust policy leaves out', async () => {
    const other = subject.replace('zone-a', 'other-a');
    await expect(assume(token({ sub: other }))).rejects.toEqual(refusal('AccessDenied'));
  });

  test.each([
    ['another audience', () => token({ aud: 'somebody' }), 'InvalidIdentityToken'],
    [
      'an issuer without a provider in the account',
      () => token({ iss: 'https://example.com' }),
      'InvalidIdentityToken',
    ],
    ['a key of somebody else', () => token({}, stranger), 'InvalidIdentityToken'],
    ['a time that is over', () => token({ exp: Date.UTC(2025, 0, 1) / 1000 }), 'ExpiredTokenException'],
    ['no token', () => 'nothing', 'InvalidIdentityToken'],
  ])('refuses %s', async (_, made, code) => {
    await expect(assume(made())).rejects.toEqual(refusal(code));
  });

  test('says that the issuer cannot be reached where nobody told where it is', async () => {
    await expect(assume(token(), 'plan', new Map())).rejects.toEqual(refusal('IDPCommunicationError'));
  });
});
