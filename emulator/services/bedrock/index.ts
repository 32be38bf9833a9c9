import type { Service } from '../../toolkit/service';
import type { Store } from '../../toolkit/store';
import type { Inventory, World } from '../../world';
import { enforcedGuardrailRoutes } from './enforced-guardrail';
import { guardrailVersionRoutes } from './guardrail-versions';
import { guardrailRoutes } from './guardrails';
import { inferenceProfileRoutes } from './inference-profiles';
import { invocationLoggingRoutes } from './invocation-logging';
import { BedrockState } from './state';
import { tagRoutes } from './tags';

/** Amazon Bedrock's control plane, as far as the landing zone uses it: what filters, names and records the calls of models. */
export function bedrock(world: World): Service & Inventory {
  const state = new BedrockState(world);
  const left = (store: Store<object>, type: string) =>
    store
      .entries()
      .map(([[account = '', region, id]]) => ({ account, resource: [region, type, id].filter(Boolean).join(' ') }));
  return {
    protocol: 'rest',
    name: 'bedrock',
    routes: [
      ...guardrailRoutes(state),
      ...guardrailVersionRoutes(state),
      ...enforcedGuardrailRoutes(state),
      ...inferenceProfileRoutes(state),
      ...invocationLoggingRoutes(state),
      ...tagRoutes(state),
    ],
    leftovers: () => [
      ...left(state.guardrails, 'guardrail'),
      ...left(state.inferenceProfiles, 'inference-profile'),
      ...left(state.enforced, 'enforced-guardrail'),
      ...left(state.logging, 'model-invocation-logging'),
    ],
  };
}
