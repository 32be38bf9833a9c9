/** Regions of the commercial partition, as of 2026-11-20 (AWS General Reference, "AWS service endpoints"). */
const defaultRegions = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
] as const;

/** Regions that an account has to opt in to before anything in them answers. */
const optInRegions = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
] as const;

export const knownRegions: readonly string[] = [...defaultRegions, ...optInRegions];

export const isOptIn = (region: string): boolean => (optInRegions as readonly string[]).includes(region);

/** The service principal of GuardDuty and Macie carries the region where the region is opt-in. */
export const regionalPrincipal = (service: string, region: string): string =>
  isOptIn(region) ? `${service}.${region}.amazonaws.com` : `${service}.amazonaws.com`;
