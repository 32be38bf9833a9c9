import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectArtifact } from '../../../cli/evidence/artifact-client';

describe('AWS Artifact', () => {
  let server: Server;
  const asked: IncomingMessage[] = [];
  const before = process.env.AWS_ENDPOINT_URL;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      const isRefused = request.url?.includes('getMetadata') === true;
      response.writeHead(isRefused ? 403 : 200);
      response.end(JSON.stringify(isRefused ? { message: 'not for you' } : { reports: [] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    server.close();
  });

  const credentials = async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'key', sessionToken: 'token' });

  it('is asked by requests that are signed for its service and its one region', async () => {
    expect(await connectArtifact(credentials).get('/v1/report/list', { maxResults: '100' })).toEqual({ reports: [] });
    expect(asked[0]?.url).toBe('/v1/report/list?maxResults=100');
    expect(asked[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/artifact\/aws4_request, SignedHeaders=[^,]*\bhost\b[^,]*, Signature=[0-9a-f]{64}$/,
    );
    expect(asked[0]?.headers['x-amz-security-token']).toBe('token');
  });

  it('is believed where it refuses, with its words', async () => {
    const metadata = connectArtifact(credentials).get('/v1/report/getMetadata', { reportId: 'r' });
    await expect(metadata).rejects.toThrow('AWS Artifact refused /v1/report/getMetadata (403): not for you');
  });
});
