import { Macie2FindingsFilter } from '@cdktf/provider-aws/lib/macie2-findings-filter';
import type { TerraformStack } from 'cdktf';
import type { Macie } from '../../schema/forms/macie';
import type { MaciePlace } from '../parts/macie-jobs';

/** Archives findings that are known and accepted, on arrival; the reason stands in the filter. */
export function suppress(
  stack: TerraformStack,
  region: string,
  place: MaciePlace,
  suppressions: Macie['suppressions'],
): void {
  for (const { name, reason, types, buckets } of suppressions)
    new Macie2FindingsFilter(stack, `macie-suppression-${name}-${region}`, {
      ...place,
      name,
      description: reason,
      action: 'ARCHIVE',
      findingCriteria: {
        criterion: [
          { field: 'type', eq: [...types] },
          { field: 'resourcesAffected.s3Bucket.name', eq: [...buckets] },
        ],
      },
    });
}
