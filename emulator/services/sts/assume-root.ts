import type { Credentials } from '../../gateway/credentials';
import { required } from '../../toolkit/call';
import { AwsError, notImplemented } from '../../toolkit/errors';
import type { OrganizationView } from '../../world';
import type { Output, StsCall } from './api';
import { credentialsOutput } from './session-output';

/** What a privileged session needs of the world. */
export interface RootSessions {
  readonly credentials: Credentials;
  readonly organization: OrganizationView;
  /** Whether EnableOrganizationsRootSessions was called. */
  readonly areEnabled: () => boolean;
}

/** What a privileged session may be for; AWS has no other policy for it. Source: STS API Reference, AssumeRoot. */
const tasks: Readonly<Record<string, 'kept by moto' | 'missing in moto'>> = {
  IAMAuditRootUserCredentials: 'missing in moto',
  IAMCreateRootUserPassword: 'missing in moto',
  IAMDeleteRootUserCredentials: 'missing in moto',
  S3UnlockBucketPolicy: 'kept by moto',
  SQSUnlockQueuePolicy: 'kept by moto',
};

/**
 * A session of a member's root user for one task. Source: IAM User Guide, "Perform a privileged task on an AWS Organizations member
 * account".
 */
export function assumeRoot(
  { credentials, organization, areEnabled }: RootSessions,
  { caller, input }: StsCall<'AssumeRoot'>,
): Output<'AssumeRoot'> {
  const { TargetPrincipal } = required(input, 'TargetPrincipal');
  const target = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(TargetPrincipal)?.[1] ?? '';
  const policyArn = String(input.TaskPolicyArn?.arn ?? '');
  const task = policyArn.replace('arn:aws:iam::aws:policy/root-task/', '');
  if (!Object.hasOwn(tasks, task)) throw new AwsError('ValidationError', `${policyArn} is not a task policy.`);
  const administrators = [organization.managementAccount, ...organization.delegatedAdministrators('iam.amazonaws.com')];
  const mayAsk = areEnabled() && administrators.includes(caller.account);
  if (!mayAsk || target === organization.managementAccount || !organization.isActiveMember(target)) {
    const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRoot on resource: ${TargetPrincipal}`;
    throw new AwsError('AccessDenied', message, 403);
  }
  if (tasks[task] === 'missing in moto') throw notImplemented('sts', `AssumeRoot for ${task}`);
  return { Credentials: credentialsOutput(credentials.issueRootKey(target, policyArn)) };
}
