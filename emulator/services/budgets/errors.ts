import { AwsError } from '../../toolkit/errors';

/** What a caller hears who may not manage these budgets. */
export const accessDenied = (message: string): AwsError => new AwsError('AccessDeniedException', message);

/** What a caller hears when the input is outside its limits. */
export const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** What a caller hears who names what is not there. */
export const notFound = (message: string): AwsError => new AwsError('NotFoundException', message);

/** What a caller hears who makes a thing twice. */
export const duplicate = (message: string): AwsError => new AwsError('DuplicateRecordException', message);

/** What a caller hears who goes over a limit of notifications or subscribers. */
export const tooMany = (message: string): AwsError => new AwsError('CreationLimitExceededException', message);
