import type { Construct } from 'constructs';
import { identifiersOf, isScheduled, type ClassificationJob as Job, tryRunOf } from '../../schema/forms/macie';
import { tryRemembered } from '../../schema/forms/remembered';
import type { LandingZone } from '../../schema/landing-zone';
import { digestOf } from '../../schema/text';
import { distinctId } from '../kernel/distinct-id';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';
import { ClassificationJob, identifierKey, jobId } from '../parts/classification-job';

export interface SingleRunsProps {
  /** The id of a custom data identifier by `identifierKey`. */
  readonly customDataIdentifierIds: (key: string) => string;
}

const jobType = 'aws_macie2_classification_job';

/**
 * Macie's jobs that run once, each over the buckets that are there when a person names its run.
 *
 * A job that is over can be neither changed, cancelled nor deleted (terraform-provider-aws#27242), so its address is made of all that a
 * run is: another run is another resource, and the ledger keeps the one before, as what is protected.
 */
export class SingleRuns extends Part {
  constructor(scope: Construct, id: string, { customDataIdentifierIds }: SingleRunsProps) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone, protection } = stack;
    const forgotten = new Set(protection.on ? [] : knownRuns(stack));
    for (const region of zone.regions)
      for (const job of zone.services.macie.jobs) {
        if (isScheduled(job)) continue;
        // Releases up to 0.1 made it by its name, whatever it was then.
        for (const name of [job.name, ...(job.formerly === undefined ? [] : [job.formerly])])
          for (const former of Object.values(jobId({ name }, region))) forgotten.add(`${jobType}.${former}`);
        const run = tryRunOf(job);
        if (run === undefined) continue;
        const ids = distinctId(`macie-run-${job.formerly ?? job.name}-${run}-${contentOf(job, zone)}-${region}`);
        if (!protection.on) forgotten.add(`${jobType}.${ids.id}`);
        else
          new ClassificationJob(this, ids, {
            // The security account, which Macie is delegated to.
            placement: stack.reach(zone.securityAccount).in(region),
            region,
            job,
            identifierId: (name) => customDataIdentifierIds(identifierKey(name, region)),
            // What differs by now, the id of an identifier or a description, is of no consequence for a run that is over.
            lifecycle: { ...protection.lifecycle, ignoreChanges: 'all' },
          });
      }
    for (const address of forgotten) forget(stack, address);
  }
}

/** What decides what a run reads and finds. */
function contentOf(job: Job, { services: { macie } }: LandingZone): string {
  const used = identifiersOf(job, macie);
  const identifiers = macie.customDataIdentifiers
    .filter(({ name }) => used.includes(name))
    .map(({ regex, keywords, ignoreWords, maximumMatchDistance }) => [
      regex,
      keywords,
      ignoreWords,
      maximumMatchDistance,
    ]);
  const tags = Object.entries(job.bucketTags).sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf(JSON.stringify([tags, job.samplingPercentage, identifiers]));
}

/** Runs that were deployed, whatever the settings say today. */
const knownRuns = ({ zone, name }: LandingZoneStack): readonly string[] =>
  Object.keys(tryRemembered(zone.ledger, name) ?? {}).filter((address) => address.startsWith(`${jobType}.`));
