import { AwsError } from '../../toolkit/errors';

/** What CloudFormation says of nearly everything that it refuses before a stack is touched. */
export const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

/** The refusal of what the emulation does not know of templates: no run goes on with it. */
export const notEmulated = (what: string): AwsError =>
  new AwsError('NotImplementedException', `the emulated CloudFormation does not implement ${what}`, 501);
