import type { BedrockCall, BedrockOperations } from './api';
import { conflict, invalid, notFound } from './errors';
import { findGuardrail } from './guardrails';
import type { BedrockState } from './state';

/** The guardrail that an account applies to every call in a region: there is one or none (ListEnforcedGuardrailsConfiguration). */
export const enforcedGuardrailOperations = (state: BedrockState): BedrockOperations => ({
  PutEnforcedGuardrailConfiguration: (call) => put(state, call),
  ListEnforcedGuardrailsConfiguration: ({ account, region }) => ({
    guardrailsConfig: state.enforced.list(account, region),
  }),
  DeleteEnforcedGuardrailConfiguration: ({ account, region, input: { configId = '' } }) => {
    if (!state.enforced.delete(account, region, configId))
      throw notFound(`The enforced guardrail configuration ${configId}`);
    return {};
  },
});

function put(state: BedrockState, call: BedrockCall<'PutEnforcedGuardrailConfiguration'>) {
  const { account, region, input } = call;
  const { guardrailIdentifier, guardrailVersion = '', ...others } = input.guardrailInferenceConfig ?? {};
  if (Object.keys(others).length > 0)
    throw invalid(
      `the emulated AWS enforces a guardrail on every model and message: ${Object.keys(others).join(', ')}`,
    );
  const { id, arn, versions } = findGuardrail(state, call, guardrailIdentifier);
  if (guardrailVersion === 'DRAFT' || !versions.has(guardrailVersion))
    throw invalid(`The guardrail ${id} has no numbered version ${guardrailVersion}.`);
  const [present] = state.enforced.list(account, region);
  if (present && input.configId !== present.configId)
    throw conflict('The account has an enforced guardrail configuration in this Region already.');
  if (!present && input.configId !== undefined)
    throw notFound(`The enforced guardrail configuration ${input.configId}`);
  const { newId, clock } = state.world;
  const configId = present?.configId ?? newId(12);
  const configuration = { configId, guardrailId: id, guardrailArn: arn, guardrailVersion, owner: 'ACCOUNT' } as const;
  state.enforced.set(configuration, account, region, configId);
  return { configId, updatedAt: clock.iso() };
}
