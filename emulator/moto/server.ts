import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { Reply } from '../gateway/wire';
import type { Moto } from '../world';
import { startMotoProcess } from './process';

/** A running moto_server: the part of AWS that needs no rules of ours. */
export interface MotoServer extends Moto {
  /** Sends a request on as it came, in the name of an account. */
  forward(method: string, target: string, headers: OutgoingHttpHeaders, body: Buffer): Promise<Reply>;
  close(): Promise<void>;
}

/** Starts moto_server on a free loopback port and waits until it listens. */
export async function startMoto(): Promise<MotoServer> {
  const { port, close } = await startMotoProcess();
  const forward: MotoServer['forward'] = (method, target, headers, body) => send(port, method, target, headers, body);
  return {
    forward,
    async request({ account, region, service, method = 'GET', path = '/', headers = {}, body = '' }) {
      const signed = {
        host: `${service}.${region}.amazonaws.com`,
        authorization: `AWS4-HMAC-SHA256 Credential=AKIAREHEARSAL/20200101/${region}/${service}/aws4_request`,
        'x-moto-account-id': account,
        ...headers,
      };
      const answer = await forward(method, path, signed, Buffer.from(body));
      return { status: answer.status, body: answer.body.toString() };
    },
    close,
  };
}

function send(port: number, method: string, path: string, headers: OutgoingHttpHeaders, body: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: framed(headers, body) },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 500,
            headers: contentHeaders(answer.headers),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The body is sent whole, so the framing of the first hop does not hold for the second. */
function framed(headers: OutgoingHttpHeaders, body: Buffer): OutgoingHttpHeaders {
  const { 'transfer-encoding': _, expect: __, ...kept } = headers;
  return { ...kept, connection: 'close', 'content-length': body.length };
}

/** Headers that are about the content; those about the connection end here. */
const contentHeaders = (headers: NodeJS.Dict<string | string[]>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'connection' || name === 'transfer-encoding' ? [] : [[name, value]],
    ),
  );
