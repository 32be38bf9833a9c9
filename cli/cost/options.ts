import { type OptionValues, wholeNumber } from '../kit/option';

const assumed = (fallback: number, describe: string) => wholeNumber({ from: 0 }, fallback, { value: 'N', describe });

/** What nobody knows before the bill: how much happens in a month. Each is an option. */
export const usageOptions = {
  changes: assumed(1_000, 'changes of resources in each account and region'),
  'rules-per-change': assumed(2, 'Config rules that look at a resource when it changes'),
  'api-calls': assumed(100_000, 'management events in each account and region'),
  'data-events': assumed(100_000, 'data events in each account'),
  'traffic-gb': assumed(10, 'GB of VPC flow and DNS logs in each account and region'),
  checks: assumed(5_000, 'checks of Security Hub in each account and region, whatever the number of standards'),
  buckets: assumed(5, 'buckets of workloads in each account, for Macie'),
  'macie-gb': assumed(10, 'GB that each job of Macie reads'),
  'bucket-gb': assumed(10, 'GB in each bucket that the landing zone makes'),
  'log-gb': assumed(1, 'GB that each log group of the landing zone takes in'),
  'scanned-gb': assumed(100, 'GB that queries of each Athena workgroup scan'),
  invocations: assumed(5_000, 'invocations of each function, of a second each'),
  events: assumed(1_000, 'events that each rule sends to the findings bus'),
  principals: assumed(50, 'roles and users in each account, for unused access'),
};

export const options = {
  ...usageOptions,
  'at-most': wholeNumber({ from: 0 }, undefined, {
    value: 'USD',
    describe: 'answer no where a month costs more; without it, the answer is always yes',
  }),
};

/** The assumptions that an estimate is made with. */
export type Usage = OptionValues<typeof usageOptions>;
export type Options = OptionValues<typeof options>;
