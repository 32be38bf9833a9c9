import { restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import { leftIn } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { type BedrockOperations, routes } from './api';
import { enforcedGuardrailOperations } from './enforced-guardrail';
import { guardrailVersionOperations } from './guardrail-versions';
import { guardrailOperations } from './guardrails';
import { inferenceProfileOperations } from './inference-profiles';
import { invocationLoggingOperations } from './invocation-logging';
import { modelAccessOperations } from './model-access';
import { resourcePolicyOperations } from './resource-policies';
import { BedrockState } from './state';
import { tagOperations } from './tags';

/** Amazon Bedrock's control plane, as far as the landing zone uses it: what filters, names and records the calls of models. */
export function bedrock(world: World): RestService & Inventory {
  const state = new BedrockState(world);
  const handlers: BedrockOperations = {
    ...guardrailOperations(state),
    ...guardrailVersionOperations(state),
    ...enforcedGuardrailOperations(state),
    ...inferenceProfileOperations(state),
    ...invocationLoggingOperations(state),
    ...modelAccessOperations(),
    ...resourcePolicyOperations(state),
    ...tagOperations(state),
  };
  return {
    ...restService('bedrock', routes, handlers),
    leftovers: () => [
      ...leftIn(state.guardrails, 'guardrail'),
      ...leftIn(state.inferenceProfiles, 'inference-profile'),
      ...leftIn(state.enforced, 'enforced-guardrail'),
      ...state.logging
        .entries()
        .map(([[account = '', region]]) => ({ account, resource: `${region} model-invocation-logging` })),
    ],
  };
}
