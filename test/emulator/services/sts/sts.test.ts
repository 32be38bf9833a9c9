import { createAuthorization } from '../../../../emulator/authorization/authorization';
import { Credentials } from '../../../../emulator/gateway/credentials';
import { sts } from '../../../../emulator/services/sts';
import { invoke } from '../../../support/calls';
import { fakeIam, policyOf } from '../../../support/fake-iam';
import { fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const OUTSIDE = '999999999999';

const trusting = (principal: unknown, Condition?: object): object =>
  policyOf({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', Condition });

const audit = (trust: object) => ({ [`arn:aws:iam::${OUTSIDE}:role/audit`]: { trust } });

const deployer = 'arn:aws:iam::222222222222:role/deploy';
const administrator = `arn:aws:iam::${MANAGEMENT}:user/administrator`;

/** STS behind the door, over an account that holds one role `audit` with the given trust policy. */
function stsWith(trust: object, closed: readonly string[] = []) {
  const iam = fakeIam({ identities: { ...audit(trust), [administrator]: {}, [deployer]: {} } });
  const world = fakeWorld({ moto: iam, settings: { outsideAccounts: [{ id: OUTSIDE, email: 'out@example.com' }] } });
  const credentials = new Credentials();
  const authorization = createAuthorization(world);
  const service = sts({
    credentials,
    organization: world.organization,
    isOpen: (id) => !closed.includes(id),
    hasRootSessions: () => true,
  });
  const scope = (accessKey: string) => ({ accessKey, region: 'eu-central-1', service: 'sts' });
  const managementKey = credentials.issueUserKey(MANAGEMENT, 'administrator');

  const call = async (operation: string, input = {}, accessKey = managementKey) => {
    const caller = credentials.identify(scope(accessKey));
    const origin = { account: caller.account, region: 'eu-central-1', caller };
    const error = await authorization.tryRefusal(caller, 'query', { ...origin, service: 'sts', operation, input });
    if (error) throw error;
    return invoke(service, operation, input, origin);
  };
  const assume = (account: string, { role = 'audit', key = managementKey, ...more }: Record<string, string> = {}) =>
    call('AssumeRole', { RoleArn: `arn:aws:iam::${account}:role/${role}`, RoleSessionName: 'test', ...more }, key);
  return { world, credentials, call, assume };
}

const managementRoot = { AWS: `arn:aws:iam::${MANAGEMENT}:root` };

describe('AssumeRole', () => {
  test('gives a key of the other account, and GetCallerIdentity shows the session', async () => {
    const { assume, call } = stsWith(trusting(managementRoot));
    const { Credentials: keys } = await assume(OUTSIDE);

    expect(keys.AccessKeyId).toMatch(new RegExp(`^ASIA${OUTSIDE}`));
    expect(await call('GetCallerIdentity', {}, keys.AccessKeyId)).toMatchObject({
      Account: OUTSIDE,
      Arn: `arn:aws:sts::${OUTSIDE}:assumed-role/audit/test`,
    });
  });

  test.each([
    ['RoleSessionName', 'ValidationException'],
    // Without a role there is no trust policy that could let anybody in.
    ['RoleArn', 'AccessDenied'],
  ])('is refused without %s', async (member, code) => {
    const input = { RoleArn: `arn:aws:iam::${OUTSIDE}:role/audit`, RoleSessionName: 'test', [member]: undefined };

    await expect(stsWith(trusting(managementRoot)).call('AssumeRole', input)).rejects.toMatchObject({ code });
  });

  test('gives credentials that no client takes for expired', async () => {
    const { Credentials: keys } = await stsWith(trusting(managementRoot)).assume(OUTSIDE);

    expect(Date.parse(keys.Expiration)).toBeGreaterThan(Date.now());
  });

  test('refuses an account that is closed or does not exist', async () => {
    const { assume } = stsWith(trusting(managementRoot), [OUTSIDE]);

    await expect(assume(OUTSIDE)).rejects.toEqual(expect.objectContaining({ code: 'AccessDenied', status: 403 }));
  });

  test('refuses a role that does not exist, with the same words', async () => {
    const { assume } = stsWith(trusting(managementRoot));

    await expect(assume(OUTSIDE, { role: 'missing' })).rejects.toEqual(refusal('AccessDenied'));
  });

  test.each([
    ['another account', { AWS: 'arn:aws:iam::222222222222:root' }],
    ['a service only', { Service: 'config.amazonaws.com' }],
    ['another user of the account', { AWS: `arn:aws:iam::${MANAGEMENT}:user/somebody` }],
  ])('refuses a role that trusts %s', async (_whom, principal) => {
    await expect(stsWith(trusting(principal)).assume(OUTSIDE)).rejects.toEqual(refusal('AccessDenied'));
  });

  test('judges by the account of the session, not by the account that came first', async () => {
    const { assume, credentials } = stsWith(trusting(managementRoot));
    const { key } = credentials.issueSessionKey('222222222222', 'deploy', 'test');

    await expect(assume(OUTSIDE, { key })).rejects.toEqual(refusal('AccessDenied'));
  });

  test('keeps the conditions of the trust policy: the external id and the organization', async () => {
    const external = stsWith(trusting(managementRoot, { StringEquals: { 'sts:ExternalId': 'secret' } }));
    await expect(external.assume(OUTSIDE)).rejects.toEqual(refusal('AccessDenied'));
    await expect(external.assume(OUTSIDE, { ExternalId: 'secret' })).resolves.toHaveProperty('Credentials');

    const inside = stsWith(trusting('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-0000000001' } }));
    await expect(inside.assume(OUTSIDE)).resolves.toHaveProperty('Credentials');
    const { key } = inside.credentials.issueSessionKey('222222222222', 'deploy', 'test');
    await expect(inside.assume(OUTSIDE, { key })).rejects.toEqual(refusal('AccessDenied'));
  });
});

test('refuses a key that it has not given out, and a request without one', () => {
  const credentials = new Credentials();

  expect(() => credentials.identify({ accessKey: 'AKIAUNKNOWN', region: 'us-east-1', service: 'sts' })).toThrow(
    expect.objectContaining({ code: 'InvalidClientTokenId', status: 403 }),
  );
  expect(() => credentials.identify(undefined)).toThrow(
    expect.objectContaining({ code: 'MissingAuthenticationToken', status: 403 }),
  );
});
