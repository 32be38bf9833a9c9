import { AwsError } from '../../toolkit/errors';

/** What a caller hears whose input Glue cannot take. */
export const invalidInput = (message: string): AwsError => new AwsError('InvalidInputException', message);
