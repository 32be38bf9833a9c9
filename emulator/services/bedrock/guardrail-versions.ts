import type { Call, Json, Route } from '../../toolkit/untyped';
import { notFound, quotaExceeded } from './errors';
import { findGuardrail } from './guardrails';
import { optionalText, present } from './input';
import type { BedrockState } from './state';

/** Versions of one guardrail. Source: AWS General Reference, "Amazon Bedrock endpoints and quotas". */
const MOST_VERSIONS = 20;

/** Numbered versions of guardrails, and the end of both. */
export const guardrailVersionRoutes = (state: BedrockState): Route[] => [
  {
    method: 'POST',
    path: '/guardrails/:guardrailIdentifier',
    operation: 'CreateGuardrailVersion',
    handle: (call) => createVersion(state, call),
  },
  {
    method: 'DELETE',
    path: '/guardrails/:guardrailIdentifier',
    operation: 'DeleteGuardrail',
    handle: (call) => {
      const guardrail = findGuardrail(state, call);
      const { guardrailVersion } = call.input;
      if (guardrailVersion === undefined) state.guardrails.delete(call.account, call.region, guardrail.id);
      else if (guardrailVersion === 'DRAFT' || !guardrail.versions.delete(guardrailVersion))
        throw notFound(`Version ${guardrailVersion} of the guardrail ${guardrail.id}`);
      return {};
    },
  },
];

/** A version is the draft as it is now, under a number that is never given again; its description is its own. */
function createVersion(state: BedrockState, call: Call): Json {
  const guardrail = findGuardrail(state, call);
  if (guardrail.versions.size > MOST_VERSIONS)
    throw quotaExceeded(`The guardrail ${guardrail.id} has ${MOST_VERSIONS} versions, which is the most it can have.`);
  guardrail.lastVersion += 1;
  const version = String(guardrail.lastVersion);
  const description = optionalText('description', call.input.description, 200);
  guardrail.versions.set(version, present({ ...guardrail.versions.get('DRAFT'), description }));
  return { guardrailId: guardrail.id, version };
}
