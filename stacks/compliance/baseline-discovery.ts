import type { TerraformStack } from 'cdktf';
import type { LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { forget } from '../kernel/state-moves';
import { classify, identifierKey, jobId } from '../parts/macie-jobs';

export interface BaselineDiscoveryProps {
  readonly zone: LandingZone;
  /** The security account, which Macie is delegated to. */
  readonly administrator: Places;
  /** The id of a custom data identifier by `identifierKey`. */
  readonly identifierId: (key: string) => string;
}

/** Macie's jobs that run once, over the buckets that are there when every account is. */
export function discoverOnce(
  stack: TerraformStack,
  { zone, administrator, identifierId }: BaselineDiscoveryProps,
): void {
  const { macie } = zone.services;
  const jobs = macie.jobs.filter(({ schedule }) => schedule === 'once');
  // A job that ran once can be neither cancelled nor deleted (terraform-provider-aws#27242): a teardown forgets it.
  for (const region of zone.regions)
    for (const job of jobs)
      if (zone.protection === 'off') forget(stack, `aws_macie2_classification_job.${jobId(job, region)}`);
      else
        classify(stack, region, administrator.at(region), { macie, job }, (name) =>
          identifierId(identifierKey(name, region)),
        );
}
