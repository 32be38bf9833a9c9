import { AwsError } from '../../toolkit/errors';

/** Input that SageMaker does not take; it also says so of most things that do not exist. */
export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** What a caller hears when the request does not fit what is there. */
export const conflict = (message: string): AwsError => new AwsError('ConflictException', message);

/** What a caller hears who names what is not there, where SageMaker says so. */
export const notFound = (message: string): AwsError => new AwsError('ResourceNotFound', message);
