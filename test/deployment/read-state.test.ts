import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHcpState } from '../../deployment/states/hcp';
import { placeOf } from '../../deployment/states/place';
import { readState } from '../../deployment/states/read-state';

const state = {
  terraform_version: '1.11.4',
  outputs: { made_of: { value: { version: '1' } } },
  resources: [],
};

describe('the state of a stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-state-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [{ backend: { local: { path: '../../../state/a.tfstate' } } }, { type: 'local', file: '/zone/state/a.tfstate' }],
    [
      { backend: { s3: { bucket: 'states', key: 'zone/a.tfstate', region: 'eu-central-1', encrypt: true } } },
      { type: 's3', bucket: 'states', key: 'zone/a.tfstate', region: 'eu-central-1' },
    ],
    [
      { cloud: { hostname: 'app.terraform.io', organization: 'acme', workspaces: { name: 'zone-a', project: 'p' } } },
      { type: 'hcp', hostname: 'app.terraform.io', organization: 'acme', workspace: 'zone-a' },
    ],
  ])('is where its JSON says', (terraform, place) => {
    expect(placeOf(terraform, '/zone/cdktf.out/stacks/a')).toEqual(place);
  });

  it('is nowhere that no landing zone is written with', () => {
    expect(() => placeOf({ backend: { consul: {} } }, '/zone')).toThrow('/zone keeps its state by consul');
  });

  it('is read from a file, and is none where there is no file, or nothing in it', async () => {
    const file = join(folder, 'a.tfstate');
    expect(await readState({ type: 'local', file })).toBeUndefined();
    writeFileSync(file, '');
    expect(await readState({ type: 'local', file })).toBeUndefined();
    writeFileSync(file, JSON.stringify(state));
    expect(await readState({ type: 'local', file })).toEqual(state);
    const key = { mode: 'managed', type: 'aws_kms_key', name: 'key', provider: 'aws' };
    const instances = [{ status: 'tainted', attributes: { policy: 'long' } }];
    writeFileSync(file, JSON.stringify({ ...state, resources: [{ ...key, instances }] }));
    expect((await readState({ type: 'local', file }))?.resources).toEqual([
      { ...key, instances: [{ status: 'tainted' }] },
    ]);
    writeFileSync(file, '{"version":');
    await expect(readState({ type: 'local', file })).rejects.toThrow('a.tfstate is no state of Terraform');
  });

  describe('in a bucket', () => {
    const asked: string[] = [];
    const server = createServer((request: IncomingMessage, response) => {
      asked.push(`${request.method} ${request.url?.split('?')[0]}`);
      const found = request.url?.startsWith('/states/zone/a.tfstate');
      response.writeHead(found ? 200 : 404, { 'content-type': 'application/xml' });
      response.end(found ? JSON.stringify(state) : '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
    });
    beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
    afterAll(() => new Promise((done) => server.close(done)));
    beforeEach(() => {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
      jest.replaceProperty(process, 'env', { ...process.env, ...keys, AWS_ENDPOINT_URL_S3: endpoint });
    });

    it('is read by one call, with the credentials that Terraform would use', async () => {
      const place = { type: 's3', bucket: 'states', region: 'eu-central-1' } as const;
      expect(await readState({ ...place, key: 'zone/a.tfstate' })).toEqual(state);
      expect(asked).toEqual(['GET /states/zone/a.tfstate']);
      expect(await readState({ ...place, key: 'zone/b.tfstate' })).toBeUndefined();
    });
  });

  describe('in a workspace', () => {
    const place = { type: 'hcp', hostname: 'tfe.acme-lab.example', organization: 'acme', workspace: 'zone-a' } as const;
    const answers: Record<string, unknown> = {
      'organizations/acme/workspaces/zone-a': {
        data: { attributes: {}, relationships: { 'current-state-version': { data: { id: 'sv-1' } } } },
      },
      'state-versions/sv-1?include=outputs': {
        data: { attributes: { 'terraform-version': '1.11.4' } },
        included: [{ attributes: { name: 'made_of', value: { version: '1' } } }],
      },
    };
    const answering = (found: Record<string, unknown>, status = 404) =>
      jest.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
        const answer = found[String(url).replace('https://tfe.acme-lab.example/api/v2/', '')];
        return new Response(JSON.stringify(answer ?? {}), { status: answer ? 200 : status });
      });
    beforeEach(() => {
      jest.replaceProperty(process, 'env', { ...process.env, TF_TOKEN_tfe_acme__lab_example: 'token' });
    });

    it('is what the workspace publishes', async () => {
      const fetched = answering(answers);
      expect(await readHcpState(place)).toEqual({ terraform_version: '1.11.4', outputs: state.outputs });
      expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ authorization: 'Bearer token' });
    });

    it('is none where there is no such workspace, or nothing was applied in it', async () => {
      answering({ 'organizations/acme': { data: { attributes: {} } } });
      expect(await readHcpState(place)).toBeUndefined();
      answering({ 'organizations/acme/workspaces/zone-a': { data: { attributes: {}, relationships: {} } } });
      expect(await readHcpState(place)).toBeUndefined();
    });

    it('is the whole state with what was made, where the token may read that', async () => {
      const url = 'https://archivist.example/state';
      const version = { data: { attributes: { 'hosted-state-download-url': url } } };
      const attributes = { policy: 'long' };
      const made = { mode: 'managed', type: 'aws_kms_key', name: 'key', provider: 'aws' };
      const whole = { ...state, resources: [{ ...made, instances: [{ status: 'tainted', attributes }] }] };
      const downloadable = { ...answers, 'state-versions/sv-1?include=outputs': version };
      answering({ ...downloadable, [url]: whole });
      expect(await readHcpState(place)).toEqual({
        ...state,
        resources: [{ ...made, instances: [{ status: 'tainted' }] }],
      });
      answering(downloadable, 403);
      expect((await readHcpState(place))?.resources).toBeUndefined();
    });

    it('is not taken for missing where the token sees nothing of the organization', async () => {
      answering({});
      await expect(readHcpState(place)).rejects.toThrow(
        'knows no organization acme, or does not show it to this token',
      );
    });

    it('is not guessed where it may not be read', async () => {
      answering({}, 401);
      await expect(readHcpState(place)).rejects.toThrow('tfe.acme-lab.example answers 401');
    });
  });
});
