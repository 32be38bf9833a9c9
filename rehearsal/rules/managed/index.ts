import type { Judge } from '../judge';
import { bucketRules } from './buckets';
import { detectionRules } from './detection';
import { identityRules } from './identities';
import { keyRules } from './keys';
import { networkRules } from './networks';
import { trailRules } from './trails';

/** The managed rules that are judged here, by their identifiers. */
export const managedJudges: Readonly<Record<string, Judge>> = {
  ...bucketRules,
  ...detectionRules,
  ...identityRules,
  ...keyRules,
  ...networkRules,
  ...trailRules,
};
