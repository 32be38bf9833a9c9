import type { GuardrailSummary } from '@aws-sdk/client-bedrock';
import { findKey } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { notImplemented } from '../../toolkit/errors';
import type { BedrockCall, BedrockOperations, Input, Shape } from './api';
import { conflict, invalid, notFound } from './errors';
import { readPolicies } from './guardrail-policies';
import { optionalText, text } from './input';
import { type BedrockState, type Guardrail, type GuardrailSettings, idOf } from './state';
import { readTags } from './tags';

/** Guardrails and their drafts. */
export const guardrailOperations = (state: BedrockState): BedrockOperations => ({
  CreateGuardrail: (call) => create(state, call),
  ListGuardrails: (call) => ({ guardrails: listed(state, call, call.input.guardrailIdentifier) }),
  GetGuardrail: (call) => {
    const { guardrailIdentifier, guardrailVersion: version = 'DRAFT' } = call.input;
    const guardrail = findGuardrail(state, call, guardrailIdentifier);
    const { id, arn } = guardrail;
    return { ...findVersion(guardrail, version), guardrailId: id, guardrailArn: arn, version, status: 'READY' };
  },
  UpdateGuardrail: (call) => update(state, call),
});

/** The guardrail of the caller that has the id or the ARN. */
export function findGuardrail(state: BedrockState, { account, region }: Scope, identifier = ''): Guardrail {
  const guardrail = state.guardrails.get(account, region, idOf(identifier));
  if (!guardrail) throw notFound(`The guardrail ${identifier}`);
  return guardrail;
}

/** The settings of a version of a guardrail. */
export function findVersion({ id, versions }: Guardrail, version: string): GuardrailSettings {
  const settings = versions.get(version);
  if (!settings) throw notFound(`Version ${version} of the guardrail ${id}`);
  return settings;
}

async function create(state: BedrockState, call: BedrockCall<'CreateGuardrail'>) {
  const { account, region, input } = call;
  const { newId, clock } = state.world;
  const tags = readTags(input.tags);
  const settings = await readSettings(state, call, input);
  const id = newId(12);
  const arn = arnOf('bedrock', call, `guardrail/${id}`);
  const createdAt = clock.iso();
  const versions = new Map([['DRAFT', { ...settings, createdAt, updatedAt: createdAt }]]);
  state.guardrails.set({ id, arn, tags, versions, lastVersion: 0 }, account, region, id);
  return { guardrailId: id, guardrailArn: arn, version: 'DRAFT', createdAt };
}

async function update(state: BedrockState, call: BedrockCall<'UpdateGuardrail'>) {
  const guardrail = findGuardrail(state, call, call.input.guardrailIdentifier);
  const settings = await readSettings(state, call, call.input, guardrail.id);
  const { createdAt } = findVersion(guardrail, 'DRAFT');
  const updatedAt = state.world.clock.iso();
  guardrail.versions.set('DRAFT', { ...settings, createdAt, updatedAt });
  return { guardrailId: guardrail.id, guardrailArn: guardrail.arn, version: 'DRAFT', updatedAt };
}

/** What the request makes of the draft: an update leaves nothing as it was. */
async function readSettings(
  state: BedrockState,
  scope: Scope,
  input: Input<'CreateGuardrail'>,
  ownId?: string,
): Promise<Omit<GuardrailSettings, 'createdAt' | 'updatedAt'>> {
  const name = text('name', input.name, 50, /^[0-9a-zA-Z\-_]+$/);
  const others = state.guardrails.list(scope.account, scope.region).filter(({ id }) => id !== ownId);
  if (others.some(({ versions }) => versions.get('DRAFT')?.name === name))
    throw conflict('Another guardrail in your account already has this name. Update the name and try again.');
  for (const member of ['crossRegionConfig', 'automatedReasoningPolicyConfig'] as const)
    if (input[member] !== undefined) throw notImplemented('bedrock', `${member} of guardrails`);
  return {
    name,
    description: optionalText('description', input.description, 200),
    blockedInputMessaging: text('blockedInputMessaging', input.blockedInputMessaging, 500),
    blockedOutputsMessaging: text('blockedOutputsMessaging', input.blockedOutputsMessaging, 500),
    ...readPolicies(input),
    kmsKeyArn: input.kmsKeyId === undefined ? undefined : await usableKey(state, scope, input.kmsKeyId),
  };
}

async function usableKey({ world }: BedrockState, scope: Scope, id: string): Promise<string> {
  const key = await findKey(world.moto, id, scope);
  if (!key) throw invalid(`The KMS key ${id} does not exist.`);
  if (!key.enabled) throw invalid(`The KMS key ${id} is not enabled.`);
  if (key.region !== scope.region) throw invalid(`The KMS key ${id} is not in the Region of the guardrail.`);
  return key.arn;
}

/** The draft of every guardrail, or every version of the one that is named. */
function listed(state: BedrockState, scope: Scope, identifier: string | undefined): Shape<GuardrailSummary>[] {
  if (identifier === undefined)
    return state.guardrails.list(scope.account, scope.region).map((guardrail) => summary(guardrail, 'DRAFT'));
  const guardrail = findGuardrail(state, scope, identifier);
  return [...guardrail.versions.keys()].map((version) => summary(guardrail, version));
}

function summary(guardrail: Guardrail, version: string): Shape<GuardrailSummary> {
  const { name, description, createdAt, updatedAt } = findVersion(guardrail, version);
  const { id, arn } = guardrail;
  return { id, arn, version, status: 'READY', name, description, createdAt, updatedAt };
}
