import type { ManagementEvent } from '../event-record';
import type { AwsError } from '../toolkit/errors';
import { tryParseObject } from '../toolkit/json';
import { tryElement } from '../toolkit/xml';
import type { Reply } from './wire';

/** The error that an answer carries, moto's in whichever protocol; nothing of one that is none. */
export function errorOf({ status, body }: Reply, refusal: AwsError | undefined): Pick<ManagementEvent, 'error'> {
  if (refusal) return { error: { code: refusal.code, message: refusal.message } };
  if (status < 400) return {};
  const text = body.toString();
  const json = tryParseObject(text);
  const code = json ? json.__type : tryElement(text, 'Code');
  const message = json ? (json.message ?? json.Message) : tryElement(text, 'Message');
  return { error: { code: String(code ?? status).replace(/^.*#/, ''), message: String(message ?? '') } };
}
