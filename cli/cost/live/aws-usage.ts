import { CostExplorerClient, GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
import {
  GetUsageStatisticsCommand,
  GuardDutyClient,
  ListDetectorsCommand,
  UsageFeature,
} from '@aws-sdk/client-guardduty';
import { GetUsageTotalsCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { answerOf } from '../../../live/answer';
import type { Place } from '../../../live/live-aws';
import type { BillLine, Dollars, Month, UsageReader } from './usage-reader';

/** One account in one region, which sends commands of the SDK. */
type Asker = Pick<Place, 'ask'>;

/** Where AWS is asked: in the delegated administrator of GuardDuty and Macie, and in the account that is billed. */
export interface Entrances {
  security(region: string): Asker;
  /** Cost Explorer has one place. */
  billing(): Asker;
  close(): void;
}

/** Cost Explorer answers from there alone (AWS General Reference, "AWS Cost Management endpoints"). */
export const costExplorerRegion = 'us-east-1';

/** Reads usage as the APIs of GuardDuty, Macie and Cost Explorer tell it: what one does not answer is said, and the others answer all the same. */
export function usageOfAws({ security, billing, close }: Entrances): UsageReader {
  let paidRequests = 0;
  const bill = async ({ Start, End }: Month): Promise<readonly BillLine[]> => {
    const lines: BillLine[] = [];
    let NextPageToken: string | undefined;
    do {
      paidRequests += 1;
      const page = await billing().ask(
        CostExplorerClient,
        new GetCostAndUsageCommand({
          TimePeriod: { Start, End },
          Granularity: 'MONTHLY',
          Metrics: ['UnblendedCost'],
          // Without taxes, credits and refunds: what list prices say.
          Filter: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Usage'] } },
          GroupBy: [
            { Type: 'DIMENSION', Key: 'SERVICE' },
            { Type: 'DIMENSION', Key: 'REGION' },
          ],
          NextPageToken,
        }),
      );
      for (const { Groups = [] } of page.ResultsByTime ?? [])
        for (const { Keys: [service = '', region = ''] = [], Metrics } of Groups)
          lines.push({ service, region, usd: Number(Metrics?.UnblendedCost?.Amount ?? 0) });
      NextPageToken = page.NextPageToken;
    } while (NextPageToken !== undefined);
    return lines;
  };
  return {
    guardDuty: (region) => answerOf(() => guardDuty(security(region))),
    macie: (region) => answerOf(() => macie(security(region))),
    bill: (month) => answerOf(() => bill(month)),
    close,
    get paidRequests() {
      return paidRequests;
    },
  };
}

/** Of every member, because the administrator asks. */
async function guardDuty(at: Asker): Promise<Dollars | undefined> {
  const { DetectorIds } = await at.ask(GuardDutyClient, new ListDetectorsCommand({}));
  const [DetectorId] = DetectorIds ?? [];
  if (DetectorId === undefined) return undefined;
  const { UsageStatistics } = await at.ask(
    GuardDutyClient,
    new GetUsageStatisticsCommand({
      DetectorId,
      UsageStatisticType: 'SUM_BY_FEATURES',
      UsageCriteria: { Features: Object.values(UsageFeature) },
    }),
  );
  return Object.fromEntries(
    (UsageStatistics?.SumByFeature ?? []).map(({ Feature = '', Total }) => [Feature, Number(Total?.Amount ?? 0)]),
  );
}

async function macie(at: Asker): Promise<Dollars | undefined> {
  const { usageTotals = [] } = await at.ask(Macie2Client, new GetUsageTotalsCommand({ timeRange: 'PAST_30_DAYS' }));
  return Object.fromEntries(usageTotals.map(({ type = '', estimatedCost }) => [type, Number(estimatedCost ?? 0)]));
}
