import type { InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import type { BedrockCall, BedrockOperations, Shape } from './api';
import { invalid, notFound } from './errors';
import { regionsOf, tryGeography } from './geographies';
import { optionalText, text } from './input';
import { type BedrockState, type InferenceProfile, idOf } from './state';
import { readTags } from './tags';

/** Application inference profiles, which are copies of a foundation model or of AWS's own profile of one. */
export const inferenceProfileOperations = (state: BedrockState): BedrockOperations => ({
  CreateInferenceProfile: (call) => create(state, call),
  ListInferenceProfiles: ({ account, region }) => ({
    inferenceProfileSummaries: state.inferenceProfiles.list(account, region).map(summary),
  }),
  GetInferenceProfile: (call) => summary(find(state, call, call.input.inferenceProfileIdentifier)),
  DeleteInferenceProfile: (call) => {
    const { id } = find(state, call, call.input.inferenceProfileIdentifier);
    state.inferenceProfiles.delete(call.account, call.region, id);
    return {};
  },
});

function create({ world, inferenceProfiles }: BedrockState, call: BedrockCall<'CreateInferenceProfile'>) {
  const { account, region, input } = call;
  const id = world.newId(12);
  const profile: InferenceProfile = {
    id,
    arn: arnOf('bedrock', call, `application-inference-profile/${id}`),
    tags: readTags(input.tags),
    name: text('inferenceProfileName', input.inferenceProfileName, 64, /^([0-9a-zA-Z][ _-]?)+$/),
    description: optionalText('description', input.description, 200, /^([0-9a-zA-Z:.][ _-]?)+$/),
    modelArns: modelsOf(call, String(input.modelSource?.copyFrom)),
    createdAt: world.clock.iso(),
  };
  inferenceProfiles.set(profile, account, region, id);
  return { inferenceProfileArn: profile.arn, status: 'ACTIVE' } as const;
}

/** The foundation models behind a source: one, or one in each region that a geographic profile may use, of which five are shown. */
function modelsOf({ account, region }: Scope, source: string): readonly string[] {
  const [, home, owner, type, id = ''] =
    /^arn:aws:bedrock:([a-z0-9-]*):(\d*):(foundation-model|inference-profile)\/([a-z0-9-]+\.[a-z0-9.:-]+)$/.exec(
      source,
    ) ?? [];
  const geography = tryGeography(id);
  if (type === undefined)
    throw invalid(`The model source ${source} is not the ARN of a model or an inference profile.`);
  if (home !== region) throw invalid(`The model source ${source} is not in the Region of the request, ${region}.`);
  if (type === 'foundation-model') {
    if (owner !== '' || geography) throw invalid(`The model source ${source} does not exist.`);
    return [source];
  }
  if (owner !== account || !geography || !regionsOf(geography).includes(region))
    throw invalid(`The model source ${source} does not exist.`);
  const model = id.slice(geography.length + 1);
  return regionsOf(geography)
    .slice(0, 5)
    .map((one) => `arn:aws:bedrock:${one}::foundation-model/${model}`);
}

function find(state: BedrockState, { account, region }: Scope, identifier = ''): InferenceProfile {
  const profile = state.inferenceProfiles.get(account, region, idOf(identifier));
  if (!profile) throw notFound(`The inference profile ${identifier}`);
  return profile;
}

const summary = (profile: InferenceProfile): Shape<InferenceProfileSummary> => ({
  inferenceProfileId: profile.id,
  inferenceProfileArn: profile.arn,
  inferenceProfileName: profile.name,
  description: profile.description,
  models: profile.modelArns.map((modelArn) => ({ modelArn })),
  status: 'ACTIVE',
  type: 'APPLICATION',
  createdAt: profile.createdAt,
  updatedAt: profile.createdAt,
});
