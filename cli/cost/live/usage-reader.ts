import type { Answer } from '../../../live/answer';

/** US dollars by what they are for. */
export type Dollars = Readonly<Record<string, number>>;

/** What AWS says of the cost of services, read-only. */
export interface UsageReader {
  /** Of the last 30 days in a region, by AWS's name of the feature; of the whole organization. */
  guardDuty(region: string): Promise<Answer<Dollars>>;
  /** Of the last 30 days in a region, by AWS's name of the metric. */
  macie(region: string): Promise<Answer<Dollars>>;
  /** Of the bill of a month: 0.01 USD for each request. */
  bill(month: Month): Promise<Answer<readonly BillLine[]>>;
  /** Requests that are billed, so far. */
  readonly paidRequests: number;
  /** Ends the connections. */
  close(): void;
}

/** From a day to the day after its last one, as Cost Explorer has it. */
export interface Month {
  readonly Start: string;
  readonly End: string;
}

/** What was billed for a service in a region. */
export interface BillLine {
  readonly service: string;
  readonly region: string;
  readonly usd: number;
}
