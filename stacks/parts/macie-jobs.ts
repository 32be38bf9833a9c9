import { Macie2ClassificationJob } from '@cdktf/provider-aws/lib/macie2-classification-job';
import { Macie2CustomDataIdentifier } from '@cdktf/provider-aws/lib/macie2-custom-data-identifier';
import type { ITerraformDependable, TerraformStack } from 'cdktf';
import { type ClassificationJob, identifiersOf, type Macie } from '../../schema/forms/macie';
import { literal } from '../kernel/literal';
import type { Place } from '../kernel/places';

/** Where identifiers and jobs are made, and what has to be there first. */
export interface MaciePlace extends Place {
  readonly dependsOn?: ITerraformDependable[];
}

/** The key of a custom data identifier in the map that the security stack publishes. */
export const identifierKey = (name: string, region: string): string => `${region}/${name}`;

/** @returns the id of each custom data identifier by its name */
export function customDataIdentifiers(
  stack: TerraformStack,
  region: string,
  place: MaciePlace,
  patterns: Macie['customDataIdentifiers'],
): ReadonlyMap<string, string> {
  return new Map(patterns.map((pattern) => [pattern.name, customDataIdentifier(stack, region, place, pattern)]));
}

export const jobId = ({ name }: ClassificationJob, region: string): string => `macie-job-${name}-${region}`;

function customDataIdentifier(
  stack: TerraformStack,
  region: string,
  place: MaciePlace,
  pattern: Macie['customDataIdentifiers'][number],
): string {
  const { name, description, regex, keywords, ignoreWords, maximumMatchDistance } = pattern;
  return new Macie2CustomDataIdentifier(stack, `macie-identifier-${name}-${region}`, {
    ...place,
    name,
    description,
    regex: literal(regex),
    keywords: keywords.length > 0 ? [...keywords] : undefined,
    ignoreWords: ignoreWords.length > 0 ? [...ignoreWords] : undefined,
    maximumMatchDistance,
  }).id;
}

/** A job over every bucket of the organization that carries its tags: a bucket is covered as soon as it is tagged. */
export function classify(
  stack: TerraformStack,
  region: string,
  place: MaciePlace,
  { macie, job }: { readonly macie: Macie; readonly job: ClassificationJob },
  identifierId: (name: string) => string | undefined,
): void {
  const ids = identifiersOf(job, macie).flatMap((name) => identifierId(name) ?? []);
  new Macie2ClassificationJob(stack, jobId(job, region), {
    ...place,
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
  });
}

function schedule({ schedule }: ClassificationJob) {
  if (schedule === 'once') return { jobType: 'ONE_TIME' };
  const scheduled = { jobType: 'SCHEDULED', initialRun: true };
  if (schedule === 'daily') return { ...scheduled, scheduleFrequency: { dailySchedule: true } };
  return 'weekly' in schedule
    ? { ...scheduled, scheduleFrequency: { weeklySchedule: schedule.weekly } }
    : { ...scheduled, scheduleFrequency: { monthlySchedule: schedule.monthly } };
}
