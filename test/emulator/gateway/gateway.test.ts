import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JudgedCall } from '../../../emulator/authorization/judged-call';
import { Credentials } from '../../../emulator/gateway/credentials';
import { Faults } from '../../../emulator/gateway/faults';
import { Gate } from '../../../emulator/gateway/gate';
import { createGateway } from '../../../emulator/gateway/gateway';
import { RequestLog } from '../../../emulator/gateway/request-log';
import { routerOf } from '../../../emulator/gateway/router';
import type { Reply } from '../../../emulator/gateway/wire';
import { MotoInventory } from '../../../emulator/moto/inventory';
import { AwsError } from '../../../emulator/toolkit/errors';
import type { Service } from '../../../emulator/toolkit/service';
import type { Json } from '../../support/json';
import { fakeWorld, MANAGEMENT } from '../../support/world';

const CLOSED = '222222222222';
const logFile = join(tmpdir(), `gateway-test-${process.pid}.jsonl`);

const echo: Service = {
  protocol: 'json',
  name: 'config',
  operations: {
    Echo: ({ account, region, operation, input }) => ({ account, region, operation, input }),
    Forbidden: () => ({}),
    Refuse: () => {
      throw new AwsError('NoSuchConfigRuleException', 'No such rule.', 400, { Type: 'USER' });
    },
    Break: () => {
      throw new TypeError('undefined is not a function');
    },
  },
};

const rest: Service = {
  protocol: 'rest',
  name: 'guardduty',
  routes: [
    { method: 'POST', path: '/detector/:detectorId/filter', operation: 'CreateFilter', handle: ({ input }) => input },
    { method: 'DELETE', path: '/tags/:resourceArn', operation: 'UntagResource', handle: ({ input }) => input },
  ],
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('the gateway', () => {
  const forwarded: { method: string; target: string; headers: OutgoingHttpHeaders }[] = [];
  const credentials = new Credentials();
  const key = credentials.issueUserKey(MANAGEMENT, 'administrator');
  const closedKey = credentials.issueUserKey(CLOSED, 'administrator');
  const log = new RequestLog(logFile);
  const faults = new Faults();
  const judged: JudgedCall[] = [];
  const answered: string[] = [];
  const noted: object[] = [];
  let motoAnswer: Reply = { status: 200, headers: { 'content-type': 'text/xml' }, body: '<ok/>' };
  const gate = new Gate();
  let server: Server;

  beforeAll((ready) => {
    server = createGateway({
      gate,
      webIdentities: { ...fakeWorld(), issuers: new Map() },
      credentials,
      routers: new Map([echo, rest].map((service) => [service.name, routerOf(service)])),
      moto: {
        request: () => Promise.reject(new Error('not asked')),
        forward: async (method, target, headers) => {
          forwarded.push({ method, target, headers });
          return motoAnswer;
        },
        close: () => Promise.resolve(),
      },
      motoInventory: new MotoInventory(),
      faults,
      log,
      isOpen: (account) => account !== CLOSED,
      authorization: {
        tryRefusal: async (_caller, _protocol, call) => {
          judged.push(call);
          return call.operation === 'Forbidden' ? new AwsError('AccessDeniedException', 'No.') : undefined;
        },
        answered: ({ operation }) => answered.push(operation),
      },
      note: (call) => noted.push(call),
    });
    server.listen(0, '127.0.0.1', ready);
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function send(
    service: string,
    options: { method?: string; path?: string; headers?: Json; body?: string; accessKey?: string },
  ) {
    const { method = 'POST', path = '/', headers = {}, body = '', accessKey = key } = options;
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/eu-central-1/${service}/aws4_request, Signature=0`;
    const { port } = server.address() as AddressInfo;
    return new Promise<Answer>((resolve, reject) => {
      const outgoing = request({ port, method, path, headers: { authorization, ...headers } }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  const json = (operation: string, input: Json = {}) =>
    send('config', { headers: { 'x-amz-target': `StarlingDoveService.${operation}` }, body: JSON.stringify(input) });

  test('has each call judged before anything answers it, with the input that the service gets', async () => {
    judged.length = 0;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await json('Echo', { a: 1 });
    await send('sns', { headers: form, body: 'Action=CreateTopic&Name=t' });
    await send('guardduty', { path: '/detector/d/filter', body: '{"name":"f"}' });
    expect(judged).toMatchObject([
      { service: 'config', operation: 'Echo', account: MANAGEMENT, region: 'eu-central-1', input: { a: 1 } },
      { service: 'sns', operation: 'CreateTopic', input: { Name: 't' } },
      { service: 'guardduty', operation: 'CreateFilter', input: { detectorId: 'd', name: 'f' } },
    ]);
    forwarded.length = 0;
  });

  test('answers with the refusal, and tells afterwards of the calls that it let through', async () => {
    answered.length = 0;
    expect((await json('Forbidden')).body).toContain('AccessDeniedException');
    expect(answered).toEqual([]);
    await json('Echo');
    await json('Refuse');
    expect(answered).toEqual(['Echo', 'Refuse']);
  });

  test('takes down who called what, with the error of whoever refused, and nothing that nobody implements', async () => {
    const at = { account: MANAGEMENT, region: 'eu-central-1', accessKey: key };
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    noted.length = 0;
    await json('Echo', { a: 1 });
    await json('Forbidden');
    motoAnswer = {
      status: 404,
      headers: { 'content-type': 'text/xml' },
      body: '<Error><Code>NoSuchEntity</Code></Error>',
    };
    await send('iam', { headers: form, body: 'Action=GetUser&UserName=u' });
    motoAnswer = { status: 400, headers: {}, body: '{"__type":"com.amazonaws#NotFoundException","message":"No."}' };
    await send('kms', { headers: { 'x-amz-target': 'TrentService.DescribeKey' }, body: '{}' });
    await json('PutWishes');
    await send('iam', { accessKey: closedKey });
    motoAnswer = { status: 200, headers: { 'content-type': 'text/xml' }, body: '<ok/>' };
    expect(noted).toEqual([
      expect.objectContaining({ ...at, service: 'config', operation: 'Echo', input: { a: 1 } }),
      expect.objectContaining({ operation: 'Forbidden', error: { code: 'AccessDeniedException', message: 'No.' } }),
      expect.objectContaining({ operation: 'GetUser', error: { code: 'NoSuchEntity', message: '' } }),
      expect.objectContaining({ operation: 'DescribeKey', error: { code: 'NotFoundException', message: 'No.' } }),
    ]);
    expect(noted[0]).not.toHaveProperty('error');
    forwarded.length = 0;
  });

  test('reads account, region and operation of a JSON call', async () => {
    const { status, headers, body } = await json('Echo', { a: 1 });

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(JSON.parse(body)).toEqual({
      account: MANAGEMENT,
      region: 'eu-central-1',
      operation: 'Echo',
      input: { a: 1 },
    });
  });

  test('gathers body, path and query of a REST call, an encoded ARN included', async () => {
    const filter = await send('guardduty', { path: '/detector/abc/filter', body: '{"name":"f"}' });
    expect(JSON.parse(filter.body)).toEqual({ detectorId: 'abc', name: 'f' });

    const arn = `arn:aws:guardduty:eu-central-1:${MANAGEMENT}:detector/abc`;
    const path = `/tags/${encodeURIComponent(arn)}?tagKeys=a&tagKeys=b`;
    expect(JSON.parse((await send('guardduty', { method: 'DELETE', path })).body)).toEqual({
      resourceArn: arn,
      tagKeys: ['a', 'b'],
    });
  });

  test('writes an error with its code in header and body and with its further members', async () => {
    const { status, headers, body } = await json('Refuse');

    expect(status).toBe(400);
    expect(headers['x-amzn-errortype']).toBe('NoSuchConfigRuleException');
    expect(JSON.parse(body)).toMatchObject({
      __type: 'NoSuchConfigRuleException',
      message: 'No such rule.',
      Type: 'USER',
    });
  });

  test.each([
    ['an operation that no handler has', () => json('PutWishes'), 'config:PutWishes'],
    ['a path that no route has', () => send('guardduty', { path: '/wishes' }), 'guardduty:POST /wishes'],
    ['a service that is on no list', () => send('detective', { path: '/graph' }), 'detective:POST /graph'],
    ['an S3 subresource that moto does not know', () => send('s3', { path: '/b?metrics' }), 's3:POST /b?metrics'],
  ])('answers 501 to %s', async (_what, call, name) => {
    const { status, body } = await call();

    expect(status).toBe(501);
    expect(body).toContain('NotImplementedException');
    expect(body).toContain(`the emulated AWS does not implement ${name}`);
  });

  test('answers 501 to a proxied request that is meant for another host', async () => {
    expect((await send('s3', { path: 'http://example.com/' })).status).toBe(501);
    expect(forwarded).toEqual([]);
  });

  test('answers a mistake of a handler with 501 and its stack, so that no SDK retries it', async () => {
    const { status, body } = await json('Break');

    expect(status).toBe(501);
    expect(JSON.parse(body).message).toContain('TypeError: undefined is not a function');
  });

  test('refuses a body that is no JSON', async () => {
    const { status, body } = await send('config', {
      headers: { 'x-amz-target': 'StarlingDoveService.Echo' },
      body: '{',
    });

    expect(status).toBe(400);
    expect(JSON.parse(body).__type).toBe('SerializationException');
  });

  test('refuses the credentials of a closed account', async () => {
    const { status, body } = await send('iam', { accessKey: closedKey });

    expect(status).toBe(403);
    expect(body).toContain('InvalidClientTokenId');
  });

  it('closes no connection that a client opened and has not used yet', () => {
    const { keepAliveTimeout, headersTimeout, requestTimeout, timeout } = server;
    expect([keepAliveTimeout, headersTimeout, requestTimeout, timeout]).toEqual([0, 0, 0, 0]);
  });

  describe('in front of moto', () => {
    beforeEach(() => {
      forwarded.length = 0;
    });

    test('passes a call on in the name of its account', async () => {
      const answer = await send('s3', { method: 'PUT', path: '/logs?policy', body: '{}' });

      expect(answer.body).toBe('<ok/>');
      expect(forwarded).toEqual([
        {
          method: 'PUT',
          target: '/logs?policy',
          headers: expect.objectContaining({ 'x-moto-account-id': MANAGEMENT, host: 's3.eu-central-1.amazonaws.com' }),
        },
      ]);
    });

    test('takes S3 Control through the proxy and gives it the host that moto knows it by', async () => {
      const path = `http://${MANAGEMENT}.s3-control.aws.internal:80/v20180820/configuration/publicAccessBlock`;
      await send('s3', { method: 'PUT', path, headers: { 'x-amz-account-id': MANAGEMENT } });

      expect(forwarded[0]).toMatchObject({
        target: '/v20180820/configuration/publicAccessBlock',
        headers: { host: `${MANAGEMENT}.s3-control.eu-central-1.amazonaws.com` },
      });
    });

    test('turns an error page of its web framework into 501', async () => {
      motoAnswer = { status: 500, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html>' };
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const { status, body } = await send('iam', { headers: form, body: 'Action=CreateWish&Version=2010-05-08' });

      expect(status).toBe(501);
      expect(body).toContain('<Message>the emulated AWS does not implement iam:CreateWish</Message>');
    });

    test('answers the default payer of a bucket, which moto does not read', async () => {
      motoAnswer = { status: 200, headers: { 'content-type': 'application/xml' }, body: '<ListBucketResult/>' };

      expect((await send('s3', { method: 'GET', path: '/logs?requestPayment' })).body).toContain(
        '<Payer>BucketOwner</Payer>',
      );
    });

    test('keeps the length of an object that a HEAD request asks about', async () => {
      motoAnswer = { status: 200, headers: { 'content-length': '944' }, body: '' };

      expect((await send('s3', { method: 'HEAD', path: '/logs/a' })).headers['content-length']).toBe('944');
    });

    test('lets the 404 of a HEAD request through, which has no body either', async () => {
      motoAnswer = { status: 404, headers: { 'content-type': 'text/html' }, body: '' };

      expect((await send('s3', { method: 'HEAD', path: '/logs' })).status).toBe(404);
    });

    test('fails a call before moto sees it', async () => {
      faults.set({ share: 1, seed: 1 });
      const { status, body } = await send('s3', { method: 'PUT', path: '/logs' });
      faults.set({ share: 0, seed: 1 });

      expect(status).toBe(503);
      expect(body).toContain('<Code>SlowDown</Code>');
      expect(forwarded).toEqual([]);
    });
  });

  test('does nothing for whoever hangs up before a shut gate, however long the request', async () => {
    await gate.close();
    const before = log.count;
    const { port } = server.address() as AddressInfo;
    const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20260101/eu-central-1/config/aws4_request, Signature=0`;
    const headers = { authorization, 'x-amz-target': 'StarlingDoveService.Echo' };
    const outgoing = request({ port, method: 'POST', headers });
    const hungUp = new Promise((resolve) => outgoing.on('error', resolve));
    outgoing.end(JSON.stringify({ content: 'x'.repeat(1_000_000) }));
    while (gate.held === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    outgoing.destroy();
    await hungUp;
    await new Promise((resolve) => setTimeout(resolve, 50));
    gate.open();
    expect((await json('Echo')).status).toBe(200);
    expect(log.count).toBe(before + 1);
  });

  test('logs each request as one JSON line without clock values', async () => {
    await json('Refuse');
    await log.close();
    const lines = readFileSync(logFile, 'utf8').trim().split('\n');

    expect(lines).toHaveLength(log.count);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      n: log.count,
      service: 'config',
      operation: 'Refuse',
      account: MANAGEMENT,
      region: 'eu-central-1',
      status: 400,
      error: 'NoSuchConfigRuleException',
    });
  });
});
