import { AwsError } from '../../toolkit/errors';

/** Input that SageMaker does not take; it also says so of most things that do not exist. */
export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export const conflict = (message: string): AwsError => new AwsError('ConflictException', message);

export const notFound = (message: string): AwsError => new AwsError('ResourceNotFound', message);

/**
 * The name of a model card or group.
 *
 * @throws AwsError where it breaks the pattern of `EntityName`
 */
export function entityName(name: unknown): string {
  if (typeof name !== 'string' || !/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(name))
    throw invalid(`'${name}' does not satisfy the pattern [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}`);
  return name;
}

/** What every creation time of the emulated SageMaker is: answers are the same in each run. */
export const CREATED = 1_735_689_600;
