import { AwsError } from '../../toolkit/errors';

/** What a caller hears whose input is outside its limits or asks for what the organization does not permit. */
export function invalid(
  message: string,
  reason: 'fieldValidationFailed' | 'notSupported' = 'fieldValidationFailed',
): AwsError {
  return new AwsError('ValidationException', message, 400, { reason });
}

/** What a caller hears who names an analyzer or a rule that is not there. */
export function notFound(resourceType: string, resourceId: string): AwsError {
  const message = `${resourceType} ${resourceId} not found`;
  return new AwsError('ResourceNotFoundException', message, 404, { resourceId, resourceType });
}

/** What a caller hears who creates a second thing of the same name. */
export function conflict(resourceType: string, resourceId: string): AwsError {
  const message = `${resourceType} ${resourceId} already exists`;
  return new AwsError('ConflictException', message, 409, { resourceId, resourceType });
}
