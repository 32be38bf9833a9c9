/** Regions that are on in a new account. Source: AWS Account Management guide, manage-acct-regions, "Regions enabled by default". */
const regions = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
];

/**
 * Prefixes of AWS's own inference profiles, with the beginnings of the regions that may call them. Source: Bedrock User Guide,
 * inference-profiles-support. The page has a list per model; where lists differ, a region that is in one of them counts.
 */
const geographies: Readonly<Record<string, readonly string[]>> = {
  us: ['us-', 'ca-'],
  eu: ['eu-'],
  apac: ['ap-'],
  au: ['ap-southeast-'],
  ca: ['ca-'],
  jp: ['ap-northeast-'],
  global: [''],
};

/** The geography in front of a model's id: `eu` of `eu.amazon.nova-lite-v1:0`. */
export const tryGeography = (modelId: string): string | undefined =>
  Object.keys(geographies).find((geography) => modelId.startsWith(`${geography}.`));

/** The regions of a geography. */
export const regionsOf = (geography: string): readonly string[] =>
  regions.filter((region) => geographies[geography]?.some((start) => region.startsWith(start)));
