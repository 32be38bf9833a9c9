import { everywhere, from, none, type Quantity } from './usage-range';

/** What logs, keys, queries, functions and guardrails are billed by. */
export const usageOfKeeping = {
  'bucket-gb': {
    counts: 'GB in each bucket that the landing zone makes',
    because:
      'A trail compresses a million events to about 0.5 GB, and buckets of logs keep a year of every account; results of queries and access logs stay small.',
    core: from(1, 20, 500),
    workload: from(0, 5, 50),
    ai: from(0, 10, 1_000),
    sandbox: from(0, 2, 50),
  },
  puts: {
    counts: 'objects that are written into each bucket that the landing zone makes',
    because:
      'A trail writes every five minutes and region: 8,640 in a month. Config writes once a day and for each change of a resource.',
    core: from(1_000, 30_000, 500_000),
    workload: from(0, 2_000, 50_000),
    ai: from(0, 5_000, 200_000),
    sandbox: from(0, 1_000, 20_000),
  },
  'key-requests': {
    counts: 'requests to each key that the landing zone makes',
    because:
      'With bucket keys S3 asks once for many objects; each delivery of a log asks once: 8,640 a month for a trail and region.',
    core: from(1_000, 20_000, 500_000),
    workload: from(0, 5_000, 100_000),
    ai: from(0, 10_000, 500_000),
    sandbox: from(0, 1_000, 20_000),
  },
  'key-versions': {
    counts: 'rotations of each key that are billed like a key: none in the first year, two from the third on',
    because: 'AWS bills the first two rotations of a key and no more (KMS Developer Guide, rotate-keys).',
    ...everywhere(from(0, 0, 2)),
  },
  'log-gb': {
    counts: 'GB that each log group of the landing zone takes in',
    because:
      'A function writes about 1 KB at each call: 5,000 calls are 0.005 GB. Prompts are larger: 100,000 of 10 KB are 1 GB.',
    core: from(0, 0.1, 2),
    workload: from(0, 0.05, 1),
    ai: from(0, 0.1, 5),
    sandbox: from(0, 0.05, 1),
  },
  'scanned-gb': {
    counts: 'GB that queries of each Athena workgroup scan',
    because: 'One question a week to a month of one account scans some 5 GB; analysts of a data lake scan hundreds.',
    core: from(0, 20, 500),
    workload: none,
    ai: from(0, 100, 2_000),
    sandbox: from(0, 10, 200),
  },
  invocations: {
    counts: 'calls of each function of the landing zone, of a second each',
    because: 'The function behind rules is called for each change of the types that it looks at, and by the clock.',
    core: from(30, 1_000, 20_000),
    workload: from(100, 1_000, 20_000),
    ai: from(100, 1_000, 20_000),
    sandbox: from(100, 500, 10_000),
  },
  events: {
    counts: 'events that each rule sends to the bus of the security account',
    because:
      'Most rules wait for what should not happen; the heartbeat and changes of compliance come daily, some 30 to 1,000 a month.',
    ...everywhere(from(0, 100, 2_000)),
  },
  'text-units': {
    counts: 'text units of 1,000 characters that each guardrail of Bedrock assesses',
    because:
      'A prompt and its answer are some four units: 25,000 of them are 100,000. A service for customers has ten times as many.',
    regional: true,
    core: none,
    workload: none,
    ai: from(0, 100_000, 1_000_000),
    sandbox: from(0, 10_000, 200_000),
  },
  elsewhere: {
    counts: 'the share of the home region that happens in each other region',
    because:
      'A region that is governed and not used sees the calls of the services that watch it, and little else; high is a second site.',
    ...everywhere(from(0.02, 0.1, 1)),
  },
} as const satisfies Readonly<Record<string, Quantity>>;
