import { request } from 'node:http';
import type { ServiceModel } from './service-models';

/** Where requests go and who signs them. */
export interface Destination {
  readonly port: number;
  readonly accessKey: string;
  readonly region: string;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** Sends an operation with an empty input, as the model of its service writes it. */
export function ask(model: ServiceModel, operation: string, destination: Destination): Promise<RawAnswer> {
  const { signingName, endpointPrefix } = model.metadata;
  const { port, accessKey, region } = destination;
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/${region}/${signingName ?? endpointPrefix}/aws4_request`;
  const { method, path, headers, body } = written(model, operation);
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, method, path, headers: { authorization, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function written({ metadata, operations }: ServiceModel, operation: string) {
  const { method = 'POST', requestUri = '/' } = operations[operation]?.http ?? {};
  switch (metadata.protocol) {
    case 'query':
    case 'ec2':
      return {
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `Action=${operation}&Version=${metadata.apiVersion}`,
      };
    case 'rest-json':
    case 'rest-xml':
      return { method, path: requestUri, headers: {}, body: method === 'GET' ? '' : '{}' };
    default: {
      const target = { 'x-amz-target': `${metadata.targetPrefix}.${operation}` };
      return {
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-amz-json-1.1', ...target },
        body: '{}',
      };
    }
  }
}
