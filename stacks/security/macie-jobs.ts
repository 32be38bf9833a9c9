import { Macie2ClassificationJob } from '@cdktf/provider-aws/lib/macie2-classification-job';
import { Macie2CustomDataIdentifier } from '@cdktf/provider-aws/lib/macie2-custom-data-identifier';
import type { ITerraformDependable, TerraformStack } from 'cdktf';
import type { LandingZone } from '../../schema/landing-zone';
import type { Services } from '../../schema/services';
import { literal } from '../support/literal';
import type { Place } from '../support/places';
import { forget } from '../support/state-moves';

export interface DataDiscoveryProps {
  readonly zone: LandingZone;
  readonly place: Place;
  /** Macie's session and the place of its results. */
  readonly dependsOn: ITerraformDependable[];
}

type Job = Services['macie']['jobs'][number];

/** What Macie looks for in one region, and when it looks. */
export function discoverData(stack: TerraformStack, region: string, props: DataDiscoveryProps): void {
  const { customDataIdentifiers, jobs } = props.zone.services.macie;
  const ids = new Map(
    customDataIdentifiers.map((pattern) => [pattern.name, customDataIdentifier(stack, region, props, pattern)]),
  );
  // A job that ran once can be neither cancelled nor deleted (terraform-provider-aws#27242): a teardown forgets it.
  const over = (job: Job) => job.schedule === 'once' && props.zone.protection === 'off';
  for (const job of jobs.filter((each) => !over(each))) classify(stack, region, props, job, ids);
  for (const job of jobs.filter(over)) forget(stack, `aws_macie2_classification_job.${jobId(job, region)}`);
}

const jobId = ({ name }: Job, region: string): string => `macie-job-${name}-${region}`;

/** @returns the identifier's id */
function customDataIdentifier(
  stack: TerraformStack,
  region: string,
  { place, dependsOn }: DataDiscoveryProps,
  pattern: Services['macie']['customDataIdentifiers'][number],
): string {
  const { name, description, regex, keywords, ignoreWords, maximumMatchDistance } = pattern;
  return new Macie2CustomDataIdentifier(stack, `macie-identifier-${name}-${region}`, {
    ...place,
    name,
    description,
    regex: literal(regex),
    keywords: keywords.length > 0 ? keywords : undefined,
    ignoreWords: ignoreWords.length > 0 ? ignoreWords : undefined,
    maximumMatchDistance,
    dependsOn,
  }).id;
}

/** A job over every bucket of the organization that carries the tag: a bucket is covered as soon as it is tagged. */
function classify(
  stack: TerraformStack,
  region: string,
  { place, dependsOn }: DataDiscoveryProps,
  job: Job,
  identifiers: ReadonlyMap<string, string>,
): void {
  const ids = job.customDataIdentifiers.flatMap((name) => identifiers.get(name) ?? []);
  new Macie2ClassificationJob(stack, jobId(job, region), {
    ...place,
    name: job.name,
    description: job.description,
    ...schedule(job),
    samplingPercentage: job.samplingPercentage,
    customDataIdentifierIds: ids.length > 0 ? ids : undefined,
    s3JobDefinition: {
      bucketCriteria: {
        includes: { and: [{ tagCriterion: { comparator: 'EQ', tagValues: [job.bucketTag] } }] },
      },
    },
    dependsOn,
  });
}

function schedule({ schedule }: Job) {
  if (schedule === 'once') return { jobType: 'ONE_TIME' };
  const scheduled = { jobType: 'SCHEDULED', initialRun: true };
  if (schedule === 'daily') return { ...scheduled, scheduleFrequency: { dailySchedule: true } };
  return 'weekly' in schedule
    ? { ...scheduled, scheduleFrequency: { weeklySchedule: schedule.weekly } }
    : { ...scheduled, scheduleFrequency: { monthlySchedule: schedule.monthly } };
}
