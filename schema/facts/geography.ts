/** Prefixes of Bedrock's geographic inference profiles, as of 2026-11-20. */
export const bedrockGeographies = ['us', 'eu', 'apac', 'au', 'ca', 'jp', 'global'] as const;

export type BedrockGeography = (typeof bedrockGeographies)[number];

/** Regions from which a geography's profiles can be called at most. Source: Bedrock User Guide, inference-profiles-support. */
export const sourceRegions: Readonly<Record<BedrockGeography, RegExp>> = {
  us: /^(us|ca)-/,
  eu: /^eu-/,
  apac: /^ap-/,
  au: /^ap-southeast-/,
  ca: /^ca-/,
  jp: /^ap-northeast-/,
  global: /^/,
};

/** What a model id names: a foundation model, and the geography where it is AWS's profile of one, `eu.amazon.nova-lite-v1:0`. */
export function readModelId(id: string): { readonly geography?: BedrockGeography; readonly foundationModel: string } {
  const [first, ...rest] = id.split('.');
  const geography = bedrockGeographies.find((one) => one === first);
  return geography ? { geography, foundationModel: rest.join('.') } : { foundationModel: id };
}
