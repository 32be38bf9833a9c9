import { matchingActions } from '../policy/iam/action-resources';
import { type Elements, statementTest } from '../policy/iam/statement-test';
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
 * The same request with an action that people think of first, or that AWS has at all, where one is found that it is true of: of actions
 * that no statement tells apart the solver takes any, and may make up a name.
 *
 * @param statement that speaks of the action
 */
export async function nameAction(
  { Action, NotAction }: Elements,
  request: Request,
  isTrue: (request: Request) => boolean,
): Promise<Request> {
  const { action } = request;
  const speaks = statementTest({ Action, NotAction });
  const isMeant = (each: string) =>
    speaks({ action: each, resource: '*', context: new Map() }) && isTrue({ ...request, action: each });
  const common = familiar.find(isMeant);
  if (common !== undefined) return { ...request, action: common };
  if ((await matchingActions(action)).some((each) => each.toLowerCase() === action.toLowerCase())) return request;
  const patterns = [Action ?? []].flat().filter((pattern) => pattern.includes(':'));
  const known = (await Promise.all(patterns.map(matchingActions))).flat();
  const found = known.find(isMeant);
  return found === undefined ? request : { ...request, action: found };
}
