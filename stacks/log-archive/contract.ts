import type { Contract } from '../kernel/contract';

export const logArchiveContract = {
  trailBucket: 'text',
  trailKeyArn: 'text',
  configBucket: 'text',
  configKeyArn: 'text',
  findingsBucket: 'text',
  findingsBucketArn: 'text',
  findingsKeyArn: 'text',
  promptBucket: 'text',
  promptKeyArn: 'text',
} as const satisfies Contract;
