import { AwsError } from '../../toolkit/errors';

/** What a caller hears whose input is outside its limits or asks for what the organization does not permit. */
export const invalid = (
  message: string,
  reason: 'fieldValidationFailed' | 'notSupported' = 'fieldValidationFailed',
): AwsError => new AwsError('ValidationException', message, 400, { reason });

/** What a caller hears who names an analyzer or a rule that is not there. */
export const notFound = (resourceType: string, resourceId = ''): AwsError =>
  new AwsError('ResourceNotFoundException', `${resourceType} ${resourceId} not found`, 404, {
    resourceId,
    resourceType,
  });

/** What a caller hears who creates a second thing of the same name. */
export const conflict = (resourceType: string, resourceId: string): AwsError =>
  new AwsError('ConflictException', `${resourceType} ${resourceId} already exists`, 409, { resourceId, resourceType });
