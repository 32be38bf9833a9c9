import type { BedrockCall, BedrockOperations } from './api';
import { notFound, quotaExceeded } from './errors';
import { findGuardrail, findVersion } from './guardrails';
import { optionalText } from './input';
import type { BedrockState } from './state';

/** Versions of one guardrail. Source: AWS General Reference, "Amazon Bedrock endpoints and quotas". */
const mostVersions = 20;

/** Numbered versions of guardrails, and the end of both. */
export const guardrailVersionOperations = (state: BedrockState): BedrockOperations => ({
  CreateGuardrailVersion: (call) => createVersion(state, call),
  DeleteGuardrail: (call) => {
    const { guardrailIdentifier, guardrailVersion: version } = call.input;
    const guardrail = findGuardrail(state, call, guardrailIdentifier);
    if (version === undefined) state.guardrails.delete(call.account, call.region, guardrail.id);
    else if (version === 'DRAFT' || !guardrail.versions.delete(version))
      throw notFound(`Version ${version} of the guardrail ${guardrail.id}`);
    return {};
  },
});

/** A version is the draft as it is now, under a number that is never given again; its description is its own. */
function createVersion(state: BedrockState, call: BedrockCall<'CreateGuardrailVersion'>) {
  const guardrail = findGuardrail(state, call, call.input.guardrailIdentifier);
  if (guardrail.versions.size > mostVersions)
    throw quotaExceeded(`The guardrail ${guardrail.id} has ${mostVersions} versions, which is the most it can have.`);
  const description = optionalText('description', call.input.description, 200);
  const now = state.world.clock.iso();
  guardrail.lastVersion += 1;
  const version = String(guardrail.lastVersion);
  const settings = { ...findVersion(guardrail, 'DRAFT'), description, createdAt: now, updatedAt: now };
  guardrail.versions.set(version, settings);
  return { guardrailId: guardrail.id, version };
}
