import { findKey } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Call, Json, Route } from '../../toolkit/untyped';
import { conflict, invalid, notFound } from './errors';
import { readPolicies } from './guardrail-policies';
import { optionalText, present, text } from './input';
import { arnOf, type BedrockState, type Guardrail, idOf, TIMESTAMP } from './state';
import { readTags } from './tags';

/** Guardrails and their drafts. */
export function guardrailRoutes(state: BedrockState): Route[] {
  const one = '/guardrails/:guardrailIdentifier';
  return [
    { method: 'POST', path: '/guardrails', operation: 'CreateGuardrail', handle: (call) => create(state, call) },
    {
      method: 'GET',
      path: '/guardrails',
      operation: 'ListGuardrails',
      handle: (call) => ({ guardrails: listed(state, call) }),
    },
    {
      method: 'GET',
      path: one,
      operation: 'GetGuardrail',
      handle: (call) => {
        const guardrail = findGuardrail(state, call);
        const version = call.input.guardrailVersion ?? 'DRAFT';
        const settings = guardrail.versions.get(version);
        if (!settings) throw notFound(`Version ${version} of the guardrail ${guardrail.id}`);
        return { ...identity(guardrail, version), ...settings };
      },
    },
    {
      method: 'PUT',
      path: one,
      operation: 'UpdateGuardrail',
      handle: async (call) => {
        const guardrail = findGuardrail(state, call);
        guardrail.versions.set('DRAFT', await readSettings(state, call, guardrail.id));
        const { id, arn } = guardrail;
        return { guardrailId: id, guardrailArn: arn, version: 'DRAFT', updatedAt: TIMESTAMP };
      },
    },
  ];
}

/** The guardrail of the caller that the path names. */
export function findGuardrail(state: BedrockState, { account, region, input }: Call): Guardrail {
  const guardrail = state.guardrails.get(account, region, idOf(input.guardrailIdentifier));
  if (!guardrail) throw notFound(`The guardrail ${input.guardrailIdentifier}`);
  return guardrail;
}

async function create(state: BedrockState, call: Call): Promise<Json> {
  const { account, region, input } = call;
  const tags = readTags(input.tags);
  const settings = await readSettings(state, call);
  const id = state.world.newId(12);
  const arn = arnOf(call, 'guardrail', id);
  state.guardrails.set(
    { id, arn, tags, versions: new Map([['DRAFT', settings]]), lastVersion: 0 },
    account,
    region,
    id,
  );
  return { guardrailId: id, guardrailArn: arn, version: 'DRAFT', createdAt: TIMESTAMP };
}

/** What the request makes of the draft: an update leaves nothing as it was. */
async function readSettings(state: BedrockState, call: Call, ownId?: string): Promise<Json> {
  const { input } = call;
  const name = text('name', input.name, 50, /^[0-9a-zA-Z\-_]+$/);
  const others = state.guardrails.list(call.account, call.region).filter(({ id }) => id !== ownId);
  if (others.some(({ versions }) => versions.get('DRAFT')?.name === name))
    throw conflict('Another guardrail in your account already has this name. Update the name and try again.');
  for (const member of ['crossRegionConfig', 'automatedReasoningPolicyConfig'])
    if (input[member] !== undefined)
      throw new AwsError('NotImplementedException', `the emulated AWS does not implement ${member} of guardrails`, 501);
  return present({
    name,
    description: optionalText('description', input.description, 200),
    blockedInputMessaging: text('blockedInputMessaging', input.blockedInputMessaging, 500),
    blockedOutputsMessaging: text('blockedOutputsMessaging', input.blockedOutputsMessaging, 500),
    ...readPolicies(input),
    kmsKeyArn: input.kmsKeyId === undefined ? undefined : await usableKey(state, call, input.kmsKeyId),
  });
}

async function usableKey({ world }: BedrockState, call: Call, id: string): Promise<string> {
  const key = await findKey(world.moto, id, call);
  if (!key) throw invalid(`The KMS key ${id} does not exist.`);
  if (!key.enabled) throw invalid(`The KMS key ${id} is not enabled.`);
  if (key.region !== call.region) throw invalid(`The KMS key ${id} is not in the Region of the guardrail.`);
  return key.arn;
}

/** The draft of every guardrail, or every version of the one that is named. */
function listed(state: BedrockState, call: Call): Json[] {
  const summary = (guardrail: Guardrail, version: string): Json => {
    const { name, description } = guardrail.versions.get(version) ?? {};
    const { guardrailId: id, guardrailArn: arn, ...rest } = identity(guardrail, version);
    return present({ id, arn, ...rest, name, description });
  };
  if (call.input.guardrailIdentifier === undefined)
    return state.guardrails.list(call.account, call.region).map((guardrail) => summary(guardrail, 'DRAFT'));
  const guardrail = findGuardrail(state, call);
  return [...guardrail.versions.keys()].map((version) => summary(guardrail, version));
}

const identity = ({ id, arn }: Guardrail, version: string): Json => ({
  guardrailId: id,
  guardrailArn: arn,
  version,
  status: 'READY',
  createdAt: TIMESTAMP,
  updatedAt: TIMESTAMP,
});
