import type { Call } from '../toolkit/call';
import type { AwsError } from '../toolkit/errors';
import type { AwsRequest } from './request';

/** How a client writes its requests, and so how it wants its answers. */
export type Protocol = 'json' | 'rest-json' | 'rest-xml' | 'query' | 'ec2';

/** An HTTP answer, ready to be written. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | string;
}

/** Tells the protocol from the request alone, so that no table of services has to name it. */
export function protocolOf(request: AwsRequest): Protocol {
  if (request.scope?.service === 's3') return 'rest-xml';
  if (request.headers['x-amz-target'] !== undefined) return 'json';
  const form = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (!form) return 'rest-json';
  return request.scope?.service === 'ec2' ? 'ec2' : 'query';
}

/** Writes the result of an operation of one of the gateway's own services. */
export function renderResult(
  protocol: Protocol,
  { service, operation }: Pick<Call<object>, 'service' | 'operation'>,
  result: object,
): Reply {
  if (protocol === 'query') {
    const inner = `<${operation}Result>${toXml(result)}</${operation}Result>`;
    const body = `<${operation}Response xmlns="${namespaces[service]}">${inner}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`;
    return reply(200, 'text/xml', body);
  }
  if (protocol === 'ec2') {
    const body = `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${requestId}</requestId>${toEc2Xml(result)}</${operation}Response>`;
    return reply(200, 'text/xml', body);
  }
  return reply(200, jsonType(protocol), JSON.stringify(result));
}

/** Writes an error so that the SDK of the protocol finds its code and its message. */
export function renderError(protocol: Protocol, error: AwsError): Reply {
  const { code, message, status, members } = error;
  const inner = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  switch (protocol) {
    case 'rest-xml':
      return reply(status, 'application/xml', `<Error>${inner}<RequestId>${requestId}</RequestId></Error>`);
    case 'query': {
      const type = status < 500 ? 'Sender' : 'Receiver';
      const body = `<ErrorResponse><Error><Type>${type}</Type>${inner}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
      return reply(status, 'text/xml', body);
    }
    case 'ec2':
      return reply(
        status,
        'text/xml',
        `<Response><Errors><Error>${inner}</Error></Errors><RequestID>${requestId}</RequestID></Response>`,
      );
    case 'json':
    case 'rest-json': {
      // AWS writes the message with a capital in some services and without in others; the SDKs read either.
      const body = JSON.stringify({ __type: code, message, Message: message, ...members });
      return {
        ...reply(status, jsonType(protocol), body),
        headers: { ...headers(jsonType(protocol)), 'x-amzn-ErrorType': code },
      };
    }
  }
}

/** Namespaces of the services that speak the query protocol here. */
const namespaces: Readonly<Record<string, string>> = {
  cloudformation: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

const requestId = '00000000-0000-4000-8000-000000000000';

const jsonType = (protocol: Protocol): string =>
  protocol === 'json' ? 'application/x-amz-json-1.1' : 'application/json';

const headers = (type: string): Record<string, string> => ({ 'content-type': type, 'x-amzn-RequestId': requestId });

const reply = (status: number, type: string, body: string): Reply => ({ status, headers: headers(type), body });

function toXml(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<member>${toXml(item)}</member>`).join('');
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => `<${name}>${toXml(item)}</${name}>`)
    .join('');
}

/** EC2 begins the names of members in lower case, and calls what is in a list an item. */
function toEc2Xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<item>${toEc2Xml(item)}</item>`).join('');
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => {
      const element = name.charAt(0).toLowerCase() + name.slice(1);
      return `<${element}>${toEc2Xml(item)}</${element}>`;
    })
    .join('');
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
