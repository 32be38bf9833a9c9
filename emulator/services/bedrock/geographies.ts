import { usualRegions } from '../../toolkit/regions';

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
  usualRegions.filter((region) => geographies[geography]?.some((start) => region.startsWith(start)));
