import { notImplemented } from '../toolkit/errors';
import { tryActionFacts } from './action-facts';
import { otherActions, prefixes, withoutPermission } from './action-names';
import type { JudgedCall } from './judged-call';
import { tagsOfRequest } from './request-tags';
import { s3Actions } from './s3-actions';

interface Operation {
  /** Signing name: `monitoring`. */
  readonly service: string;
  readonly operation: string;
}

/** The IAM actions of an operation, whatever its input: `s3` and `HeadBucket` are `s3:ListBucket`. */
export function actionsOf({ service, operation }: Operation): readonly string[] {
  // Terraform's provider and moto write `_` where the API has none.
  const name = `${prefixOf(service)}:${operation.replace(/_/g, '')}`;
  return otherActions[name] ?? [name];
}

/**
 * The IAM actions that AWS checks for a call; none where it checks nothing.
 *
 * @throws AwsError 501 for an action that the Service Authorization Reference does not have: it can be neither allowed nor denied
 */
export async function actionsOfCall(call: JudgedCall): Promise<readonly string[]> {
  const { service, operation } = call;
  if (withoutPermission.has(`${service}:${operation}`)) return [];
  const actions = service === 's3' ? s3Actions(call, actionsOf(call)) : [...actionsOf(call), ...taggingActions(call)];
  for (const action of actions) {
    if ((await tryActionFacts(action)) === undefined)
      throw notImplemented(service, `${operation} (it cannot tell which IAM action that is: ${action} is not one)`);
  }
  return actions;
}

/** The IAM prefix of a service by its signing name. */
const prefixOf = (service: string): string => prefixes[service] ?? service;

/**
 * What a create operation needs besides, when it brings tags along. Sources: SageMaker Developer Guide, "Control access with tags"
 * (AddTags); IAM, KMS, SNS, Lambda and CloudWatch Logs API references of the operations.
 */
const taggedCreations: Readonly<Record<string, string>> = {
  'iam:CreatePolicy': 'iam:TagPolicy',
  'iam:CreateRole': 'iam:TagRole',
  'iam:CreateUser': 'iam:TagUser',
  'kms:CreateKey': 'kms:TagResource',
  'lambda:CreateFunction': 'lambda:TagResource',
  'logs:CreateLogGroup': 'logs:TagResource',
  'sns:CreateTopic': 'sns:TagResource',
  'sqs:CreateQueue': 'sqs:TagQueue',
};

function taggingActions(call: JudgedCall): readonly string[] {
  if (tagsOfRequest(call.input).size === 0) return [];
  if (call.service === 'sagemaker' && call.operation.startsWith('Create')) return ['sagemaker:AddTags'];
  const action = taggedCreations[`${call.service}:${call.operation}`];
  return action === undefined ? [] : [action];
}
