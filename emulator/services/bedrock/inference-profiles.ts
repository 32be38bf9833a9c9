import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid, notFound } from './errors';
import { regionsOf, tryGeography } from './geographies';
import { present, text } from './input';
import { arnOf, type BedrockState, type InferenceProfile, idOf, TIMESTAMP } from './state';
import { readTags } from './tags';

/** Application inference profiles, which are copies of a foundation model or of AWS's own profile of one. */
export function inferenceProfileRoutes(state: BedrockState): Route[] {
  const one = '/inference-profiles/:inferenceProfileIdentifier';
  return [
    {
      method: 'POST',
      path: '/inference-profiles',
      operation: 'CreateInferenceProfile',
      handle: (call) => create(state, call),
    },
    {
      method: 'GET',
      path: '/inference-profiles',
      operation: 'ListInferenceProfiles',
      handle: ({ account, region }) => ({
        inferenceProfileSummaries: state.inferenceProfiles.list(account, region).map(summary),
      }),
    },
    { method: 'GET', path: one, operation: 'GetInferenceProfile', handle: (call) => summary(find(state, call)) },
    {
      method: 'DELETE',
      path: one,
      operation: 'DeleteInferenceProfile',
      handle: (call) => {
        state.inferenceProfiles.delete(call.account, call.region, find(state, call).id);
        return {};
      },
    },
  ];
}

function create(state: BedrockState, call: Call): Json {
  const { account, region, input } = call;
  const description = input.description;
  const id = state.world.newId(12);
  const arn = arnOf(call, 'application-inference-profile', id);
  const profile: InferenceProfile = {
    id,
    arn,
    tags: readTags(input.tags),
    name: text('inferenceProfileName', input.inferenceProfileName, 64, /^([0-9a-zA-Z][ _-]?)+$/),
    description:
      description === undefined ? undefined : text('description', description, 200, /^([0-9a-zA-Z:.][ _-]?)+$/),
    modelArns: modelsOf(call, String(input.modelSource?.copyFrom)),
  };
  state.inferenceProfiles.set(profile, account, region, id);
  return { inferenceProfileArn: arn, status: 'ACTIVE' };
}

/** The foundation models behind a source: one, or one in each region that a geographic profile may use, of which five are shown. */
function modelsOf({ account, region }: Call, source: string): readonly string[] {
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

function find(state: BedrockState, { account, region, input }: Call): InferenceProfile {
  const profile = state.inferenceProfiles.get(account, region, idOf(input.inferenceProfileIdentifier));
  if (!profile) throw notFound(`The inference profile ${input.inferenceProfileIdentifier}`);
  return profile;
}

const summary = ({ id, arn, name, description, modelArns }: InferenceProfile): Json =>
  present({
    inferenceProfileId: id,
    inferenceProfileArn: arn,
    inferenceProfileName: name,
    description,
    models: modelArns.map((modelArn) => ({ modelArn })),
    status: 'ACTIVE',
    type: 'APPLICATION',
    createdAt: TIMESTAMP,
    updatedAt: TIMESTAMP,
  });
