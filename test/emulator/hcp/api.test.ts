import { RateLimit } from '../../../emulator/hcp/api/rate-limit';
import type { HcpDouble } from '../../../emulator/hcp/hcp-double';
import { type Api, apiOf, newWorkspace, startDouble } from '../../support/hcp-double';

describe('the API of the double of HCP Terraform', () => {
  let double: HcpDouble;
  let api: Api;

  beforeEach(async () => {
    double = await startDouble();
    api = apiOf(double);
  });
  afterEach(() => double.close());

  it('says with every answer which API it is, and who may ask how often', async () => {
    const { status, headers } = await api('GET', 'ping');
    expect(status).toBe(204);
    expect(headers.get('tfp-api-version')).toBe('2.6');
    expect(headers.get('tfp-appname')).toBe('HCP Terraform');
    expect(headers.get('x-ratelimit-limit')).toBe('10000');
  });

  it('tells clients where its services are', async () => {
    const document = await (await fetch(`${double.address}/.well-known/terraform.json`)).json();
    expect(document).toMatchObject({ 'tfe.v2': '/api/v2/', 'tfe.v2.1': '/api/v2/', 'tfe.v2.2': '/api/v2/' });
  });

  it('knows nobody without a token that it gave out', async () => {
    expect((await api('GET', 'organizations/example', undefined, 'made-up')).status).toBe(401);
  });

  it('refuses loudly what it does not have: an endpoint, an attribute, a relation to include', async () => {
    expect((await api('GET', 'organizations/example/registry-modules')).status).toBe(501);
    const attributes = { name: 'one', 'auto-aply': true };
    const refused = await api('POST', 'organizations/example/workspaces', { type: 'workspaces', attributes });
    expect([refused.status, refused.errors[0]?.detail]).toEqual([501, expect.stringContaining('auto-aply')]);
    await newWorkspace(api, 'one');
    expect((await api('GET', 'organizations/example/workspaces/one?include=nothing')).status).toBe(400);
  });

  it('reads JSON:API of the right type, and nothing else', async () => {
    expect((await api('POST', 'organizations/example/workspaces', { type: 'projects' })).status).toBe(400);
    expect((await api('POST', 'organizations/example/workspaces', undefined)).status).toBe(400);
  });

  it('shows no other organization', async () => {
    expect((await api('GET', 'organizations/other')).status).toBe(404);
    expect((await api('GET', 'organizations/other/workspaces/one')).status).toBe(404);
  });
});

describe('the rate limit', () => {
  it('counts the requests of each user by the second', async () => {
    let now = 0;
    const limit = new RateLimit(2, () => now);
    expect([1, 2, 3].map(() => limit.next('one').allowed)).toEqual([true, true, false]);
    expect(limit.next('other').allowed).toBe(true);
    now = 1000;
    expect(limit.next('one')).toMatchObject({
      allowed: true,
      headers: { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '1.000' },
    });
  });

  it('is answered with 429', async () => {
    const double = await startDouble({ settings: { requestsPerSecond: 1 } });
    const answers = await Promise.all([1, 2, 3, 4].map(() => apiOf(double)('GET', 'organizations/example')));
    const [refused] = answers.filter(({ status }) => status === 429);
    expect(refused?.errors[0]?.title).toBe('Too many requests');
    await double.close();
  });
});
