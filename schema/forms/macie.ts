import { z } from 'zod';
import { bucketNamePattern } from '../facts/patterns';
import { findingPublishingFrequencies } from '../facts/schedules';
import type { DeepReadonly } from './deep-readonly';
import { filledTagValue, kebabName, matching, tagKey } from './text';

const weekDay = z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);

/** An own pattern beside Macie's managed ones. Limits: Macie API, CreateCustomDataIdentifier. */
const customDataIdentifier = z.strictObject({
  name: z.string().min(1).max(128),
  description: z.string().min(1).max(512).optional(),
  /** At most 512 characters. */
  regex: z.string().min(1).max(512),
  /** Words of which one must stand near the match: at most 50, each 3 to 90 characters. */
  keywords: z.array(z.string().min(3).max(90)).max(50).default([]),
  /** Text that never counts as a match: at most 10, each 4 to 90 characters. */
  ignoreWords: z.array(z.string().min(4).max(90)).max(10).default([]),
  /** Characters between keyword and match, 1 to 300. */
  maximumMatchDistance: z.int().min(1).max(300).default(50),
  /** Values of the tag `data-domain`: jobs over buckets of one of them use it unasked. @default - jobs that name it */
  dataDomains: z.array(z.string()).default([]),
});

/** What a person calls a run: the day, or what has arrived. At most 64 characters. */
const runName = matching({
  regex: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  rule: 'must be lower-case words, digits and dashes: 2026-12-01, first-import',
}).max(64, 'must have at most 64 characters');

/** A classification job of the administrator, over buckets of every account. */
const job = z.strictObject({
  name: z.string().min(1).max(500),
  /**
   * The name that the job had, where it was renamed: its state moves. In AWS it keeps the old name, because Macie cannot rename a job;
   * so `formerly` stays for as long as the job does. @default - it has the name that it always had
   */
  formerly: z.string().min(1).max(500).optional(),
  description: z.string().min(1).max(200).optional(),
  /**
   * How often it reads the buckets. `'once'` waits, because the buckets of a landing zone are empty when it begins: when the data is there,
   * `{ once: '2026-12-01' }` starts it with the next deployment of `compliance`. Another name of the run starts it again, and so do
   * other buckets, another sample and other identifiers, for a job that is over cannot be changed.
   */
  schedule: z.union([
    z.literal('once'),
    z.literal('daily'),
    z.strictObject({ once: runName }),
    z.strictObject({ weekly: weekDay }),
    z.strictObject({ monthly: z.int().min(1).max(31) }),
  ]),
  /** Share of the objects that is read, in per cent. */
  samplingPercentage: z.int().min(1).max(100).default(100),
  /** Buckets that have every one of these tags: `{ 'data-domain': 'training', 'data-classification': 'restricted' }`. */
  bucketTags: z
    .record(tagKey, filledTagValue)
    .refine(
      (bucketTags) => Object.keys(bucketTags).length > 0,
      'names at least one tag, or the job would read nothing',
    ),
  /** Names out of `customDataIdentifiers`, beside those of the data domain. */
  customDataIdentifiers: z.array(z.string()).default([]),
});

/** Finding types by the API's names. Source: Macie API, `FindingType`, as of 2026-11-20. */
const findingTypes = [
  'SensitiveData:S3Object/Multiple',
  'SensitiveData:S3Object/Financial',
  'SensitiveData:S3Object/Personal',
  'SensitiveData:S3Object/Credentials',
  'SensitiveData:S3Object/CustomIdentifier',
  'Policy:IAMUser/S3BucketPublic',
  'Policy:IAMUser/S3BucketSharedExternally',
  'Policy:IAMUser/S3BucketReplicatedExternally',
  'Policy:IAMUser/S3BucketEncryptionDisabled',
  'Policy:IAMUser/S3BlockPublicAccessDisabled',
  'Policy:IAMUser/S3BucketSharedWithCloudFront',
] as const;

/** Findings that are known and accepted: they are archived on arrival and reach neither the bus nor Security Hub. */
const suppression = z.strictObject({
  name: kebabName(64).min(3),
  /** Why they are accepted, for the auditor. At most 512 characters. */
  reason: z.string().min(1, 'must say why').max(512),
  types: z.array(z.enum(findingTypes)).min(1),
  /** Names of the buckets; findings about every other bucket stay. */
  buckets: z
    .array(matching(bucketNamePattern))
    .min(1, 'must name the buckets, or the finding would be silent everywhere'),
});

/** What Macie looks for, where, and what of it is known already. */
export const macieForm = z
  .strictObject({
    /** Off where others have it: no session, member or job is made. AWS leaves Macie on in accounts that were members. */
    enabled: z.boolean().default(true),
    findingPublishingFrequency: z.enum(findingPublishingFrequencies).default('FIFTEEN_MINUTES'),
    customDataIdentifiers: z.array(customDataIdentifier).default([]),
    jobs: z.array(job).default([]),
    suppressions: z.array(suppression).default([]),
  })
  .prefault({});

export type Macie = DeepReadonly<z.output<typeof macieForm>>;
export type ClassificationJob = Macie['jobs'][number];

/** The run of a job that reads the buckets once and not by a calendar: undefined while it waits for one. */
export const tryRunOf = ({ schedule }: ClassificationJob): string | undefined =>
  typeof schedule === 'object' && 'once' in schedule ? schedule.once : undefined;

/** Names of the jobs that wait for a person to name a run. */
export const waitingJobs = ({ jobs }: Macie): readonly string[] =>
  jobs.filter(({ schedule }) => schedule === 'once').map(({ name }) => name);

/** Whether a job reads the buckets again and again. */
export const isScheduled = (job: ClassificationJob): boolean => job.schedule !== 'once' && tryRunOf(job) === undefined;

/** Names of the custom data identifiers that a job uses: those that it names, and those of the data domain of its buckets. */
export const identifiersOf = (job: ClassificationJob, { customDataIdentifiers }: Macie): string[] =>
  customDataIdentifiers
    .filter(
      ({ name, dataDomains }) =>
        job.customDataIdentifiers.includes(name) || dataDomains.includes(job.bucketTags['data-domain'] ?? ''),
    )
    .map(({ name }) => name);
