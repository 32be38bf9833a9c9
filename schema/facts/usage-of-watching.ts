import { everywhere, from, none, type Quantity } from './usage-range';

/** What recording, checking and detecting are billed by. */
export const usageOfWatching = {
  changes: {
    counts: 'changes of resources that AWS Config records, in each account and region',
    because:
      'Low is what the landing zone itself changes: some 50 resources, twice a month. Typical is 20 deployments of 50 resources; high is one each ' +
      'working hour (170 x 50), as with functions and containers, whose network interfaces are records too.',
    regional: true,
    core: from(50, 100, 500),
    workload: from(100, 1_000, 8_500),
    ai: from(100, 1_000, 8_500),
    sandbox: from(50, 500, 4_000),
  },
  'rules-per-change': {
    counts: 'rules of AWS Config that look at a resource when it changes',
    because:
      'Of the types that controls look at most have one to five rules, a bucket has more; most types that are recorded have none.',
    ...everywhere(from(0.5, 1, 3)),
  },
  'resources-per-rule': {
    counts: 'resources that a rule looks at each time it runs by the clock, beyond the one that is counted in any case',
    because:
      'Half of the rules look at the account, which is one thing. The others see each key, user, trail or notebook: with three of each, they see two ' +
      'more, which is one for every rule.',
    regional: true,
    core: from(0, 0.5, 2),
    workload: from(0, 1, 4),
    ai: from(0, 1, 4),
    sandbox: from(0, 1, 4),
  },
  'api-calls': {
    counts: 'management events, in each account and region, for GuardDuty',
    because:
      'One call in ten seconds is 260,000 a month: consoles, agents of security services and pipelines. An idle account has some 20,000 by the services ' +
      'that watch it; one that scales all day has millions.',
    regional: true,
    core: from(20_000, 100_000, 500_000),
    workload: from(50_000, 260_000, 3_000_000),
    ai: from(50_000, 260_000, 3_000_000),
    sandbox: from(20_000, 100_000, 1_000_000),
  },
  'traffic-gb': {
    counts: 'GB of VPC flow and DNS logs, in each account and region, for GuardDuty',
    because:
      'GuardDuty reads them whether they are stored or not. An account without a workload in a VPC has none; ten busy instances write about 1 GB a day.',
    regional: true,
    core: from(0, 0, 1),
    workload: from(1, 10, 100),
    ai: from(1, 10, 100),
    sandbox: from(0, 2, 20),
  },
  'object-events': {
    counts: 'data events of S3 in each account, for GuardDuty, which reads those of every bucket',
    because:
      'Ten reads or writes a minute are 430,000. Log buckets are written to by every account of the organization.',
    core: from(50_000, 500_000, 5_000_000),
    workload: from(10_000, 400_000, 50_000_000),
    ai: from(100_000, 2_000_000, 100_000_000),
    sandbox: from(1_000, 50_000, 1_000_000),
  },
  'data-events': {
    counts: 'data events that the trail of each account records: use of models, and objects of the data lake',
    because:
      'A training run reads each object once: 50,000 objects in two runs. An application that asks a model every ten seconds makes 260,000 calls.',
    core: from(0, 0, 1_000),
    workload: from(0, 0, 10_000),
    ai: from(10_000, 350_000, 20_000_000),
    sandbox: from(1_000, 10_000, 200_000),
  },
  checks: {
    counts: 'checks of Security Hub, in each account and region, whatever the number of standards',
    because:
      'Some 60 controls look at the account or the region and run every 12 to 24 hours: 60 x 30 are 1,800 where nothing else is. Each resource adds those ' +
      'that look at it, once a day at least: 20 resources x 5 controls x 30 are 3,000.',
    core: from(1_500, 2_500, 6_000),
    workload: from(1_800, 5_000, 30_000),
    ai: from(1_800, 5_000, 30_000),
    sandbox: from(1_500, 3_000, 12_000),
  },
  buckets: {
    counts: 'buckets in each account that the landing zone does not make, for Macie',
    because: 'A workload has a bucket for each of artifacts, logs, uploads, exports and state.',
    core: from(0, 1, 3),
    workload: from(1, 5, 50),
    ai: from(1, 5, 50),
    sandbox: from(0, 3, 20),
  },
  'macie-gb': {
    counts: 'GB that each job of Macie reads',
    because: 'Training data of text: 10 GB are some three million pages. A job reads what was added since it last ran.',
    ...everywhere(from(0, 10, 500)),
  },
  principals: {
    counts: 'roles and users in each account, for the analyzer of unused access',
    because:
      'The landing zone makes some 10 in an account, AWS 10 service-linked ones that are not billed, a workload 5 to 100.',
    core: from(10, 15, 30),
    workload: from(15, 40, 150),
    ai: from(20, 50, 150),
    sandbox: from(10, 25, 100),
  },
  'database-vcpus': {
    counts: 'vCPUs of databases in RDS, in each account and region, for GuardDuty',
    because: 'A small database has 2 vCPUs, with a standby 4. Supported engines only.',
    regional: true,
    core: none,
    workload: from(0, 4, 32),
    ai: from(0, 2, 16),
    sandbox: from(0, 0, 8),
  },
  'function-traffic-gb': {
    counts: 'GB of network logs of Lambda functions, in each account and region, for GuardDuty',
    because: 'Only functions that use the network are logged: a million calls write about 0.5 GB.',
    regional: true,
    core: from(0, 0, 0.5),
    workload: from(0, 0.5, 20),
    ai: from(0, 0.5, 20),
    sandbox: from(0, 0.1, 2),
  },
  'cluster-events': {
    counts: 'audit events of EKS, in each account and region, for GuardDuty',
    because: 'A quiet cluster writes some ten a second, 26 million a month; most accounts have no cluster.',
    regional: true,
    core: none,
    workload: from(0, 0, 26_000_000),
    ai: from(0, 0, 26_000_000),
    sandbox: from(0, 0, 5_000_000),
  },
  'runtime-vcpus': {
    counts: 'vCPUs that the runtime agent of GuardDuty watches, in each account and region',
    because: 'Those of instances and containers on which the agent runs, and none without an agent.',
    regional: true,
    core: none,
    workload: from(0, 8, 64),
    ai: from(0, 8, 64),
    sandbox: from(0, 2, 16),
  },
  'volume-gb': {
    counts: 'GB of volumes that GuardDuty scans after a finding, in each account and region',
    because: 'Nothing is scanned without a suspicion; then every volume of an instance is, 100 GB at a time.',
    regional: true,
    core: none,
    workload: from(0, 0, 500),
    ai: from(0, 0, 500),
    sandbox: from(0, 0, 500),
  },
} as const satisfies Readonly<Record<string, Quantity>>;
