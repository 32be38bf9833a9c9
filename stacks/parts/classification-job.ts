import { Macie2ClassificationJob } from '@cdktf/provider-aws/lib/macie2-classification-job';
import type { ITerraformDependable, TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { identifiersOf, type ClassificationJob as Job } from '../../schema/forms/macie';
import { type DistinctId, distinctId } from '../kernel/distinct-id';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { Placement } from '../kernel/placement';
import { moveDistinct } from '../kernel/state-moves';

/** The key of a custom data identifier in the map that the security stack publishes. */
export const identifierKey = (name: string, region: string): string => `${region}/${name}`;

/** The id of a job's resource. */
export const jobId = ({ name }: Pick<Job, 'name'>, region: string): DistinctId =>
  distinctId(`macie-job-${name}-${region}`);

export interface ClassificationJobProps {
  readonly placement: Placement;
  readonly region: string;
  readonly job: Job;
  /** The id of a custom data identifier by its name. */
  readonly identifierId: (name: string) => string;
  /** What has to be there first. @default - nothing */
  readonly dependsOn?: ITerraformDependable[];
  /** @default - a change replaces it, but for another name after `formerly` */
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** A job over every bucket of the organization that carries its tags: a bucket is covered as soon as it is tagged. */
export class ClassificationJob extends Macie2ClassificationJob {
  constructor(
    scope: Construct,
    id: DistinctId,
    { placement, region, job, identifierId, dependsOn, lifecycle }: ClassificationJobProps,
  ) {
    const ids = identifiersOf(job, LandingZoneStack.of(scope).zone.services.macie).map(identifierId);
    super(scope, id.id, {
      ...placement,
      dependsOn,
      name: job.name,
      description: job.description,
      ...schedule(job),
      samplingPercentage: job.samplingPercentage,
      customDataIdentifierIds: ids.length > 0 ? ids : undefined,
      s3JobDefinition: {
        bucketCriteria: {
          // One condition for each tag: Macie joins conditions by AND.
          includes: {
            and: Object.entries(job.bucketTags).map(([key, value]) => ({
              tagCriterion: { comparator: 'EQ', tagValues: [{ key, value }] },
            })),
          },
        },
      },
      // Macie renames no job: another name would replace it.
      lifecycle: lifecycle ?? (job.formerly === undefined ? undefined : { ignoreChanges: ['name'] }),
    });
    if (!lifecycle)
      moveDistinct(this, id, job.formerly === undefined ? undefined : jobId({ name: job.formerly }, region));
  }
}

function schedule({ schedule }: Job) {
  if (schedule === 'once' || (typeof schedule === 'object' && 'once' in schedule)) return { jobType: 'ONE_TIME' };
  const scheduled = { jobType: 'SCHEDULED', initialRun: true };
  if (schedule === 'daily') return { ...scheduled, scheduleFrequency: { dailySchedule: true } };
  return 'weekly' in schedule
    ? { ...scheduled, scheduleFrequency: { weeklySchedule: schedule.weekly } }
    : { ...scheduled, scheduleFrequency: { monthlySchedule: schedule.monthly } };
}
