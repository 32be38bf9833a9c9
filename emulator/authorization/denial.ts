import type { Decision } from '../../policy/iam/authorize';
import type { Protocol } from '../gateway/wire';
import { AwsError } from '../toolkit/errors';

/** What was refused to whom, and why. */
export interface Refused {
  /** ARN as GetCallerIdentity shows it. */
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
  readonly decision: Extract<Decision, { readonly allowed: false }>;
}

/**
 * The error of a call that policies refuse: AWS's sentence (IAM User Guide, "Troubleshoot access denied error messages") under the
 * code and the status of the service's protocol (API references, "Common Errors"; EC2 User Guide, "Error codes").
 */
export function accessDenied(
  protocol: Protocol,
  service: string,
  { caller, action, resource, decision }: Refused,
): AwsError {
  const sentence = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${decision.message}`;
  switch (protocol) {
    case 'ec2':
      return new AwsError(
        'UnauthorizedOperation',
        `You are not authorized to perform this operation. ${sentence}`,
        403,
      );
    case 'query':
      return new AwsError(service === 'sns' ? 'AuthorizationError' : 'AccessDenied', sentence, 403);
    case 'rest-xml':
      return new AwsError('AccessDenied', sentence, 403);
    case 'json':
      return new AwsError('AccessDeniedException', sentence, 400);
    case 'rest-json':
      return new AwsError('AccessDeniedException', sentence, 403);
  }
}
