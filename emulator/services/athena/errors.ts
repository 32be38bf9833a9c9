import { AwsError } from '../../toolkit/errors';

/** Athena's one error for whatever a caller got wrong. */
export const invalid = (message: string): AwsError =>
  new AwsError('InvalidRequestException', message, 400, { AthenaErrorCode: 'INVALID_INPUT' });

/** The text, when it is neither shorter nor longer than the API says. */
export function sized(member: string, text = '', [least, most]: readonly [number, number]): string {
  if (text.length >= least && text.length <= most) return text;
  throw invalid(`${member} has ${text.length} characters, and must have ${least} to ${most}.`);
}
