import { AwsError } from '../../toolkit/errors';

/** What a caller hears who asks for what is not there. */
export const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', message, 404);
