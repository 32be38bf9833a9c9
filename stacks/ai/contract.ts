import type { Contract } from '../kernel/contract';

/** Buckets and keys by region, the others by `<region>/<name>`; all are empty in an account without Bedrock. */
export const bedrockContract = {
  promptBuckets: 'map',
  guardrailIds: 'map',
  guardrailArns: 'map',
  guardrailVersions: 'map',
  guardrailKeyArns: 'map',
  inferenceProfileArns: 'map',
} as const satisfies Contract;

export const aiContract = {
  trainingDataBucket: 'text',
  modelArtifactBucket: 'text',
  dataKeyArn: 'text',
  modelPackageGroupArns: 'map',
  ...bedrockContract,
} as const satisfies Contract;
