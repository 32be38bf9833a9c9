import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';
import { ClassificationJob, identifierKey, jobId } from '../parts/classification-job';

export interface BaselineDiscoveryProps {
  /** The id of a custom data identifier by `identifierKey`. */
  readonly customDataIdentifierIds: (key: string) => string;
}

/** Macie's jobs that run once, over the buckets that are there when every account is. */
export class BaselineDiscovery extends Part {
  constructor(scope: Construct, id: string, { customDataIdentifierIds }: BaselineDiscoveryProps) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone, protection } = stack;
    for (const region of zone.regions)
      for (const job of zone.services.macie.jobs.filter(({ schedule }) => schedule === 'once'))
        if (protection.on)
          new ClassificationJob(this, jobId(job, region), {
            // The security account, which Macie is delegated to.
            placement: stack.reach(zone.securityAccount).in(region),
            region,
            job,
            identifierId: (name) => customDataIdentifierIds(identifierKey(name, region)),
          });
        // A job that ran once can be neither cancelled nor deleted (terraform-provider-aws#27242): a teardown forgets it.
        else
          for (const name of [job.name, ...(job.formerly === undefined ? [] : [job.formerly])])
            for (const id of new Set(Object.values(jobId({ name }, region))))
              forget(stack, `aws_macie2_classification_job.${id}`);
  }
}
