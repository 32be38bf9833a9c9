import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';

/** Fills in what the caller left out of a recording group, and refuses one whose parts contradict each other. */
export function recordingGroup(given: Json = { allSupported: true }): Json {
  const { allSupported = false, includeGlobalResourceTypes = false, resourceTypes = [] } = given;
  const excluded: string[] = given.exclusionByResourceTypes?.resourceTypes ?? [];
  const useOnly = given.recordingStrategy?.useOnly ?? strategyOf(allSupported, excluded);
  const consistent: Readonly<Record<string, boolean>> = {
    ALL_SUPPORTED_RESOURCE_TYPES: allSupported && resourceTypes.length === 0 && excluded.length === 0,
    INCLUSION_BY_RESOURCE_TYPES:
      !allSupported && !includeGlobalResourceTypes && resourceTypes.length > 0 && excluded.length === 0,
    EXCLUSION_BY_RESOURCE_TYPES:
      !allSupported && !includeGlobalResourceTypes && resourceTypes.length === 0 && excluded.length > 0,
  };
  if (!consistent[useOnly]) {
    throw new AwsError('InvalidRecordingGroupException', 'The recording group provided is not valid');
  }
  return {
    allSupported,
    includeGlobalResourceTypes,
    resourceTypes,
    exclusionByResourceTypes: { resourceTypes: excluded },
    recordingStrategy: { useOnly },
  };
}

/** What an older client means, which knows nothing of strategies. */
function strategyOf(allSupported: boolean, excluded: readonly string[]): string {
  if (allSupported) return 'ALL_SUPPORTED_RESOURCE_TYPES';
  return excluded.length > 0 ? 'EXCLUSION_BY_RESOURCE_TYPES' : 'INCLUSION_BY_RESOURCE_TYPES';
}
