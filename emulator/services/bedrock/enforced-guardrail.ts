import type { Call, Json, Route } from '../../toolkit/untyped';
import { conflict, invalid, notFound } from './errors';
import { findGuardrail } from './guardrails';
import { type BedrockState, TIMESTAMP } from './state';

/** The guardrail that an account applies to every call in a region: there is one or none (ListEnforcedGuardrailsConfiguration). */
export function enforcedGuardrailRoutes(state: BedrockState): Route[] {
  const path = '/enforcedGuardrailsConfiguration';
  return [
    { method: 'PUT', path, operation: 'PutEnforcedGuardrailConfiguration', handle: (call) => put(state, call) },
    {
      method: 'GET',
      path,
      operation: 'ListEnforcedGuardrailsConfiguration',
      handle: ({ account, region }) => ({ guardrailsConfig: state.enforced.list(account, region) }),
    },
    {
      method: 'DELETE',
      path: `${path}/:configId`,
      operation: 'DeleteEnforcedGuardrailConfiguration',
      handle: ({ account, region, input }) => {
        if (!state.enforced.delete(account, region, input.configId))
          throw notFound(`The enforced guardrail configuration ${input.configId}`);
        return {};
      },
    },
  ];
}

function put(state: BedrockState, call: Call): Json {
  const { account, region, input } = call;
  const { guardrailIdentifier, guardrailVersion, ...others } = input.guardrailInferenceConfig ?? {};
  if (Object.keys(others).length > 0)
    throw invalid(
      `the emulated AWS enforces a guardrail on every model and message: ${Object.keys(others).join(', ')}`,
    );
  const { id, arn, versions } = findGuardrail(state, { ...call, input: { guardrailIdentifier } });
  if (guardrailVersion === 'DRAFT' || !versions.has(guardrailVersion))
    throw invalid(`The guardrail ${id} has no numbered version ${guardrailVersion}.`);
  const [present] = state.enforced.list(account, region);
  if (present && input.configId !== present.configId)
    throw conflict('The account has an enforced guardrail configuration in this Region already.');
  if (!present && input.configId !== undefined)
    throw notFound(`The enforced guardrail configuration ${input.configId}`);
  const configId = present?.configId ?? state.world.newId(12);
  const configuration = { configId, guardrailId: id, guardrailArn: arn, guardrailVersion, owner: 'ACCOUNT' };
  state.enforced.set(configuration, account, region, configId);
  return { configId, updatedAt: TIMESTAMP };
}
