import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf, HcpClient } from '../../../deployment/hcp/client';

/** A secret that must be nowhere but in the header. */
const secret = 'owner.atlasv1.secretsecretsecret';

describe('the API of HCP Terraform', () => {
  let answers: ((request: IncomingMessage, response: ServerResponse) => void)[] = [];
  let asked: { method: string; url: string; token: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', token: request.headers.authorization });
    request.resume();
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  const waits: number[] = [];
  let client: HcpClient;
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    [answers, asked] = [[], []];
    waits.length = 0;
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    client = new HcpClient({ hostname: 'app.terraform.io', address: address(), token: () => secret, wait });
  });

  const says =
    (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(status, headers);
      response.end(body === '' ? '' : JSON.stringify(body));
    };
  const failure = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );

  it('is asked with the token, and answers what is there', async () => {
    answers = [says(200, { data: { id: 'run-1', type: 'runs', attributes: {} } })];
    expect((await client.get('runs/run-1')).data.id).toBe('run-1');
    expect(asked).toEqual([{ method: 'GET', url: '/api/v2/runs/run-1', token: `Bearer ${secret}` }]);
    expect(client.calls).toBe(1);
  });

  it('reads all pages of a list', async () => {
    const page = (id: string, next: number | null) =>
      says(200, { data: [{ id, type: 'workspaces', attributes: {} }], meta: { pagination: { 'next-page': next } } });
    answers = [page('ws-1', 2), page('ws-2', null)];
    expect((await client.list('organizations/acme/workspaces')).data.map(({ id }) => id)).toEqual(['ws-1', 'ws-2']);
    expect(asked.map(({ url }) => url.slice(-14))).toEqual(['page[number]=1', 'page[number]=2']);
  });

  it('waits as long as it is told where it was too much, and asks again, also what changes something', async () => {
    answers = [
      says(429, {}, { 'retry-after': '0.05' }),
      says(201, { data: { id: 'run-1', type: 'runs', attributes: {} } }),
    ];
    const before = performance.now();
    await client.post('runs', {});
    expect(performance.now() - before).toBeGreaterThanOrEqual(45);
    expect(asked).toHaveLength(2);
  });

  it('reads again what did not come through, ever later, and begins nothing twice', async () => {
    answers = [says(502), says(502), says(200, { data: { id: 'x', type: 'x', attributes: {} } })];
    await client.get('runs/run-1');
    expect(waits).toEqual([1000, 2000]);
    answers = [says(502)];
    asked = [];
    expect(await failure(client.post('runs', {}))).toContain('app.terraform.io answers 502 to POST runs');
    expect(asked).toHaveLength(1);
  });

  it.each([
    [401, 'a token must be valid', 'set TFE_TOKEN or run terraform login'],
    [404, 'answered as one that is not there', 'an organization token may not'],
    [409, 'one at a time works in a workspace', 'npx landing-zone hcp status says who holds it'],
    [422, 'must be of the right form', 'change what it names'],
  ])('says of a refusal by %s what the rule is and what to do', async (status, rule, fix) => {
    answers = [says(status, { errors: [{ status: String(status), title: 'no', detail: 'locked by Run run-2' }] })];
    const message = await failure(client.get('workspaces/ws-1'));
    expect(message).toMatch(`app.terraform.io answers ${status} to GET workspaces/ws-1: locked by Run run-2`);
    expect(message).toContain(rule);
    expect(message).toContain(fix);
    expect(message).not.toContain(secret);
  });

  it('finds nothing where there is nothing, without a failure', async () => {
    answers = [says(404)];
    expect(await client.tryGet('organizations/acme/workspaces/none')).toBeUndefined();
    answers = [says(204, '')];
    expect(await client.tryGetJson('runs/run-1/plan/json-output')).toBeUndefined();
  });

  it('follows to where a plan is, and leaves the token behind where that is another host', async () => {
    const other = createServer((request, response) => {
      asked.push({ method: 'GET', url: `other ${request.url}`, token: request.headers.authorization });
      response.end('{"resource_changes":[]}');
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    answers = [says(307, '', { location: `http://127.0.0.1:${port}/plan` })];
    expect(await client.tryGetJson('runs/run-1/plan/json-output')).toEqual({ resource_changes: [] });
    expect(asked[1]).toEqual({ method: 'GET', url: 'other /plan', token: undefined });
    await new Promise((done) => other.close(done));
  });

  it('uploads without the token, to an address that no message tells', async () => {
    answers = [says(403)];
    const message = await failure(client.upload(`${address()}/object/signed-secret`, new Uint8Array([1])));
    expect(asked[0]?.token).toBeUndefined();
    expect(message).toContain('answers 403 to PUT an upload');
    expect(message).not.toContain('signed-secret');
  });

  it('is not to be reached where nobody answers, and says so', async () => {
    const lost = new HcpClient({
      hostname: 'tfe.acme.example',
      address: 'http://127.0.0.1:1',
      token: () => secret,
      wait: async () => undefined,
    });
    const message = await failure(lost.get('runs/run-1'));
    expect(message).toContain('tfe.acme.example cannot be reached');
    expect(message).not.toContain(secret);
  });

  it('is at its host by https, or where TFE_ADDRESS says, and never by http but on this machine', () => {
    expect(addressOf('app.terraform.io', {})).toBe('https://app.terraform.io');
    expect(addressOf('app.terraform.io', { TFE_ADDRESS: 'http://127.0.0.1:4600/' })).toBe('http://127.0.0.1:4600');
    expect(() => addressOf('app.terraform.io', { TFE_ADDRESS: 'http://tfe.acme.example' })).toThrow(
      'a token travels by https only',
    );
    for (const address of ['http://127.0.0.1.evil.example', 'http://localhost:80@evil.example', 'localhost'])
      expect(() => addressOf('app.terraform.io', { TFE_ADDRESS: address })).toThrow('https only');
  });
});
