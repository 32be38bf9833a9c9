/** Regions of the commercial partition, as of 2026-11-20 (AWS General Reference, "AWS service endpoints"). */
export const knownRegions: readonly string[] = [
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
];

/** Regions that an account has to opt in to before anything in them answers; as of 2026-11-20. */
export const optInRegions: readonly string[] = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

/** Other partitions by the beginning of their regions. Source: botocore, partitions.json, read 2026-11-27. */
const otherPartitions = {
  'us-gov-': 'aws-us-gov',
  'cn-': 'aws-cn',
  'eusc-': 'aws-eusc',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
  'eu-isoe-': 'aws-iso-e',
  'us-isof-': 'aws-iso-f',
};

/** The partition of a region that is not commercial: `aws-us-gov`; undefined for every other text. */
export const tryOtherPartition = (region: string): string | undefined =>
  Object.entries(otherPartitions).find(([start]) => region.toLowerCase().startsWith(start))?.[1];
