import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { LineageScope } from './scope';

/** Where a dataset of the account's file lies; the artifact that the stack makes has it as its source. */
export const datasetUri = (zone: LandingZone, { accountId }: Pick<LineageScope, 'accountId'>, prefix: string): string =>
  `s3://${names.trainingBucket(zone, accountId)}/${prefix}`;

/**
 * The URIs under which the same folder may be on record, the one without a slash at the end first: SageMaker takes what a training
 * job names, as it is written there.
 */
export function spellingsOf(uri: string): readonly [string, string] {
  const folder = uri.replace(/\/+$/, '');
  return [folder, `${folder}/`];
}
