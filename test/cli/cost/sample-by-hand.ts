import type { PriceName } from '../../../schema/facts/prices';

/** One line of a bill, worked out by hand from the files in `accounts/`, the typical usage and the price list. */
export interface HandLine {
  readonly price: PriceName;
  /** Of the home region alone, or of all others, where their prices differ. */
  readonly where?: 'home' | 'away';
  /** How many there are whatever happens. */
  readonly fixed?: number;
  /** How many there are in a usual month, those among them. */
  readonly usual: number;
  /** USD for one. */
  readonly each: number;
  readonly usd: number;
}

/*
 * The sample has six accounts: management, log-archive and security are core; ml-development and ml-production are ai; sandbox is a sandbox.
 * Each is active in eu-central-1, its home, and in eu-west-1 and us-east-1, where a tenth of what is regional happens: 1 + 0.1 + 0.1 = 1.2.
 */
export const sampleByHand: readonly HandLine[] = [
  // Changes: (3 core x 100 + 2 ai x 1,000 + 1 sandbox x 500) x 1.2 = 2,800 x 1.2
  { price: 'configurationItem', usual: 3_360, each: 0.003, usd: 10.08 },

  // Runs by the clock. Every account: 23 rules a day at home and 11 in each other region: 6 x (23 + 11 + 11) x 30 = 8,100.
  // Workloads and sandbox, in each region: 7 + 6 a day and one each six hours: 3 x 3 x (13 x 30 + 122) = 4,608.
  // Workloads alone: 2 + 5 + 1 a day: 2 x 3 x 8 x 30 = 1,440. Together 14,148.
  // More that they look at: core 3 x (690 x 0.5 + 660 x 0.05) = 1,134; ai 2 x (1,442 x 1 + 2 x 1,082 x 0.1) = 3,316.8;
  // sandbox 1,202 x 1 + 2 x 842 x 0.1 = 1,370.4. Together 5,821.2. On changes: one for each of 3,360.
  { price: 'packEvaluation', fixed: 14_148, usual: 23_329.2, each: 0.001, usd: 23.3292 },

  // In each of three regions alike: 3 core x 3 x 2,500 + 2 ai x 3 x 5,000 + 3 x 3,000 = 22,500 + 30,000 + 9,000
  { price: 'securityCheck', usual: 61_500, each: 0.001, usd: 61.5 },

  // (3 x 100,000 + 2 x 260,000 + 100,000) x 1.2 = 920,000 x 1.2
  { price: 'analyzedCall', usual: 1_104_000, each: 0.000004, usd: 4.416 },
  // (3 x 0 + 2 x 10 + 2) x 1.2
  { price: 'analyzedTraffic', usual: 26.4, each: 1, usd: 26.4 },
  // Told at home: 3 x 500,000 + 2 x 2,000,000 + 50,000
  { price: 'analyzedDataEvent', usual: 5_550_000, each: 0.0000008, usd: 4.44 },
  // RDS_LOGIN_EVENTS is on: (2 x 2 + 0) x 1.2
  { price: 'watchedDatabase', usual: 4.8, each: 1, usd: 4.8 },
  // EKS_AUDIT_LOGS and EBS_MALWARE_PROTECTION are on, and a usual month has neither clusters nor volumes that look infected
  { price: 'analyzedClusterEvent', usual: 0, each: 0.0000016, usd: 0 },
  { price: 'scannedVolume', usual: 0, each: 0.03, usd: 0 },
  // LAMBDA_NETWORK_LOGS is on: (2 x 0.5 + 0.1) x 1.2
  { price: 'analyzedFunctionTraffic', usual: 1.32, each: 1, usd: 1.32 },

  // 32 of the landing zone: log-archive 5, security 2, ml-development 9, ml-production 8, sandbox 8. Others: 3 x 1 + 2 x 5 + 3 = 16
  { price: 'watchedBucket', fixed: 32, usual: 48, each: 0.1, usd: 4.8 },
  // The weekly job in three regions, 10 GB each; the job that waits is not made.
  { price: 'inspectedData', usual: 30, each: 1, usd: 30 },

  // log-archive 4, security 2, ml-development 7, ml-production 7, sandbox 4
  { price: 'key', fixed: 24, usual: 24, each: 1, usd: 24 },
  // 6 x 20,000 + 14 x 10,000 + 4 x 1,000
  { price: 'keyRequest', usual: 264_000, each: 0.000003, usd: 0.792 },
  // Six trails of AI data: 3 x 0 + 2 x 350,000 + 10,000
  { price: 'dataEvent', usual: 710_000, each: 0.000001, usd: 0.71 },

  // Accounts: 6 + 3 + 3 + 6 + 6 + 6 = 30. Models in management: 3 x 2 = 6. AI: 3 x 9 = 27. The stack security: 7
  { price: 'alarm', fixed: 70, usual: 70, each: 0.1, usd: 7 },
  // At home: security 2 x 0.1, ai 2 x 0.1, sandbox 0.05
  { price: 'logIngestion', where: 'home', usual: 0.45, each: 0.63, usd: 0.2835 },
  // Elsewhere: ai 4 x 0.1, sandbox 2 x 0.05
  { price: 'logIngestion', where: 'away', usual: 0.5, each: 0.5, usd: 0.25 },
  // Rules that forward: management 28, log-archive 24, security 21, ai 2 x 29, sandbox 27 are 158, of 100 events each
  { price: 'deliveredEvent', usual: 15_800, each: 0.000001, usd: 0.0158 },

  // The digest 1,000; ai 6 functions x 1,000; sandbox 3 x 500
  { price: 'invocation', usual: 8_500, each: 0.0000002, usd: 0.0017 },
  // A second each: 1,000 x 0.5 GB + 6,000 x 0.25 GB + 1,500 x 0.25 GB
  { price: 'computing', usual: 2_375, each: 0.0000133334, usd: 0.031666825 },

  // At home: 7 x 20 + (5 + 4) x 10 + 4 x 2
  { price: 'storage', where: 'home', usual: 238, each: 0.0245, usd: 5.831 },
  // Elsewhere: (4 + 4) x 10 + 4 x 2
  { price: 'storage', where: 'away', usual: 88, each: 0.023, usd: 2.024 },
  // 7 x 30,000 + 17 x 5,000 + 8 x 1,000
  { price: 'writtenObject', usual: 303_000, each: 0.000005, usd: 1.515 },
  // The workgroup of audits 20; three of the lake in ml-development x 100
  { price: 'scannedData', usual: 320, each: 0.005, usd: 1.6 },

  // Guardrails of two accounts in three regions: 2 x 100,000 x 1.2 = 240,000 units; filters and topics are two
  { price: 'filteredText', usual: 480_000, each: 0.00015, usd: 72 },
  // Personal data and grounding are two
  { price: 'comparedText', usual: 480_000, each: 0.0001, usd: 48 },
];

/** The lines above, added up. */
export const sampleSums = { fixed: 14.148 + 3.2 + 24 + 7, usual: 335.139866825 } as const;
