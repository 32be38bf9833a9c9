import { isObject, type JsonObject, type JsonValue, tryParseObject } from '../../toolkit/json';
import type { BedrockCall, BedrockOperations } from './api';
import { invalid, notFound } from './errors';
import { findGuardrail } from './guardrails';
import { text } from './input';
import type { BedrockState, Guardrail } from './state';

/** What a policy may let others do with a guardrail. */
const sharedActions: readonly JsonValue[] = ['bedrock:ApplyGuardrail', 'bedrock:GetGuardrail'];

/** What a statement for everybody has to be narrowed by. */
const organizationKeys = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'];

/** The policies of guardrails: who beyond the account applies them. Profiles of guardrails are left out. */
export const resourcePolicyOperations = (state: BedrockState): BedrockOperations => ({
  PutResourcePolicy: (call) => put(state, call),
  GetResourcePolicy: (call) => ({ resourcePolicy: find(findGuardrail(state, call, call.input.resourceArn)) }),
  DeleteResourcePolicy: (call) => {
    const guardrail = findGuardrail(state, call, call.input.resourceArn);
    find(guardrail);
    guardrail.policy = undefined;
    return {};
  },
});

function put(state: BedrockState, call: BedrockCall<'PutResourcePolicy'>) {
  const guardrail = findGuardrail(state, call, text('resourceArn', call.input.resourceArn, 255));
  const policy = text('resourcePolicy', call.input.resourcePolicy, 20_480);
  const statements = [tryParseObject(policy)?.Statement ?? []].flat();
  if (statements.length === 0 || !statements.every((each) => isObject(each) && isSupported(each, guardrail.arn)))
    throw invalid('The resource policy has a statement that guardrails do not support.');
  guardrail.policy = policy;
  return { resourceArn: guardrail.arn };
}

function find({ arn, policy }: Guardrail): string {
  if (policy === undefined) throw notFound(`The resource policy of ${arn}`);
  return policy;
}

/** Guardrails take a few patterns of statements only. Source: Bedrock User Guide, guardrails-resource-based-policies. */
function isSupported(statement: JsonObject, arn: string): boolean {
  const { Effect, Principal, Action, Resource, Condition, Sid: _sid, ...others } = statement;
  const actions = [Action ?? []].flat();
  const keys = Object.values(isObject(Condition) ? Condition : {}).flatMap((test) =>
    isObject(test) ? Object.keys(test) : [],
  );
  const isEverybody = Principal === '*' || (isObject(Principal) && Principal.AWS === '*');
  return (
    Effect === 'Allow' &&
    Principal !== undefined &&
    actions.length > 0 &&
    actions.every((action) => sharedActions.includes(action)) &&
    Resource === arn &&
    (!isEverybody || keys.some((key) => organizationKeys.includes(key))) &&
    Object.keys(others).length === 0
  );
}
