import { matchingActions } from '../policy/iam/action-resources';
import type { Elements } from '../policy/iam/statement-test';
import type { Request } from './request';

/** Actions that a person thinks of first, where they are among those that are meant. */
const familiar = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  'kms:Decrypt',
  'sqs:ReceiveMessage',
  'sqs:SendMessage',
  'sns:Publish',
  'events:PutEvents',
  'bedrock:InvokeModel',
  'sagemaker:InvokeEndpoint',
  'sts:AssumeRole',
  'lambda:InvokeFunction',
  'iam:CreateUser',
  'ec2:RunInstances',
];

/**
 * The same request with an action that AWS has, where one is found that it is true of: the solver makes up a name for actions that no
 * statement tells apart.
 *
 * @param statement that speaks of the action
 */
export async function nameAction(
  { Action }: Elements,
  request: Request,
  isTrue: (request: Request) => boolean,
): Promise<Request> {
  const { action } = request;
  if ((await matchingActions(action)).some((each) => each.toLowerCase() === action.toLowerCase())) return request;
  const patterns = [Action ?? []].flat().filter((pattern) => pattern.includes(':'));
  const known = (await Promise.all(patterns.map(matchingActions))).flat();
  const found = [...familiar, ...known].find((each) => isTrue({ ...request, action: each }));
  return found === undefined ? request : { ...request, action: found };
}
