import { GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
import { GetUsageStatisticsCommand, ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { GetUsageTotalsCommand } from '@aws-sdk/client-macie2';
import type { Charge } from '../../../cli/cost/estimate';
import { usageOfAws } from '../../../cli/cost/live/aws-usage';
import { type Comparison, compare, monthBefore } from '../../../cli/cost/live/comparison';
import { connect } from '../../../cli/cost/live/connect';
import { describeLive } from '../../../cli/cost/text-live';
import { awsError, type FakeAnswers, FakeLiveAws } from '../../support/fake-live-aws';
import { sampleAccounts, zoneOf } from '../../support/zone';

const charge = (price: Charge['price'], service: string, typical: number, region = 'eu-central-1'): Charge => {
  const amount = { fixed: 0, low: typical / 2, typical, high: typical * 2 };
  return {
    account: 'models',
    class: 'ai',
    region,
    price,
    service,
    unit: 'things',
    quantity: amount,
    usd: amount,
    ofRegion: false,
  };
};
const charges = [
  charge('analyzedCall', 'Amazon GuardDuty', 4),
  charge('analyzedTraffic', 'Amazon GuardDuty', 10),
  charge('watchedBucket', 'Amazon Macie', 1),
  charge('configurationItem', 'AWS Config', 20),
];

/** What AWS answers to each command that the reader sends, and which were sent. */
function aws(answers: { readonly macie?: Error; readonly detectors?: readonly string[] } = {}) {
  const sent: object[] = [];
  const ask = async (_: unknown, command: object): Promise<unknown> => {
    sent.push(command);
    if (command instanceof ListDetectorsCommand) return { DetectorIds: answers.detectors ?? ['d1'] };
    if (command instanceof GetUsageStatisticsCommand)
      return {
        UsageStatistics: {
          SumByFeature: [
            { Feature: 'CLOUD_TRAIL', Total: { Amount: '4.20', Unit: 'USD' } },
            { Feature: 'FLOW_LOGS', Total: { Amount: '20', Unit: 'USD' } },
            { Feature: 'DNS_LOGS', Total: { Amount: '5', Unit: 'USD' } },
          ],
        },
      };
    if (command instanceof GetUsageTotalsCommand) {
      if (answers.macie) throw answers.macie;
      return { usageTotals: [{ type: 'DATA_INVENTORY_EVALUATION', estimatedCost: '0.1', currency: 'USD' }] };
    }
    const { input } = command as GetCostAndUsageCommand;
    const group = (service: string, region: string, amount: string) => ({
      Keys: [service, region],
      Metrics: { UnblendedCost: { Amount: amount, Unit: 'USD' } },
    });
    return input.NextPageToken === undefined
      ? { ResultsByTime: [{ Groups: [group('AWS Config', 'eu-central-1', '30')] }], NextPageToken: 'more' }
      : { ResultsByTime: [{ Groups: [group('Amazon SageMaker', 'eu-central-1', '900')] }] };
  };
  return {
    sent,
    reader: usageOfAws({
      security: () => ({ ask: ask as never }),
      billing: () => ({ ask: ask as never }),
      close: () => undefined,
    }),
  };
}

const lineOf = ({ lines }: Comparison, service: string, line = '') =>
  lines.find((each) => each.service === service && each.line.includes(line));

describe('the estimate beside what AWS says', () => {
  it('is compared feature by feature, and says whether a month was as expected', async () => {
    const { reader, sent } = aws();
    const compared = await compare(charges, ['eu-central-1'], reader);
    expect(lineOf(compared, 'Amazon GuardDuty', 'CLOUD_TRAIL')).toMatchObject({ actual: 4.2, verdict: 'within' });
    expect(lineOf(compared, 'Amazon GuardDuty', 'FLOW_LOGS, DNS_LOGS')).toMatchObject({ actual: 25, verdict: 'more' });
    expect(lineOf(compared, 'Amazon Macie')).toMatchObject({ actual: 0.1, verdict: 'less' });
    const statistics = sent.find((command) => command instanceof GetUsageStatisticsCommand);
    expect(statistics?.input).toMatchObject({ DetectorId: 'd1', UsageStatisticType: 'SUM_BY_FEATURES' });
  });

  it('does not ask for the bill unless it is told to, because that costs', async () => {
    const { reader, sent } = aws();
    const compared = await compare(charges, ['eu-central-1'], reader);
    expect(sent.some((command) => command instanceof GetCostAndUsageCommand)).toBe(false);
    expect(compared.paidRequests).toBe(0);
    expect(describeLive(compared)).toContain('The bill was not asked for');
  });

  it('reads every page of the bill, counts what that costs, and leaves out services of workloads alone', async () => {
    const { reader } = aws();
    const compared = await compare(charges, ['eu-central-1'], reader, monthBefore('2026-01-15'));
    expect(lineOf(compared, 'AWS Config')).toMatchObject({ actual: 30, verdict: 'within' });
    expect(lineOf(compared, 'Amazon SageMaker')).toBeUndefined();
    expect(compared.paidRequests).toBe(2);
    expect(describeLive(compared)).toContain(
      'The bill is that of 2025-12-01 to 2026-01-01; asking took 2 requests, 0.02 USD.',
    );
  });

  it('says what AWS refused, and goes on', async () => {
    const { reader } = aws({
      macie: Object.assign(new Error('no macie2:GetUsageTotals'), { name: 'AccessDeniedException' }),
    });
    const compared = await compare(charges, ['eu-central-1'], reader);
    expect(compared.unknown).toEqual([
      { service: 'Amazon Macie', region: 'eu-central-1', reason: 'AccessDeniedException: no macie2:GetUsageTotals' },
    ]);
    expect(lineOf(compared, 'Amazon Macie')).toBeUndefined();
    expect(lineOf(compared, 'Amazon GuardDuty')).toBeDefined();
    expect(describeLive(compared)).toContain('Not known: Amazon Macie, eu-central-1: AccessDeniedException');
  });

  it('takes a service that is off for nothing', async () => {
    const { reader } = aws({ detectors: [], macie: awsError('AccessDeniedException', 'Macie is not enabled') });
    const compared = await compare(charges, ['eu-central-1'], reader);
    expect(compared.unknown).toEqual([]);
    expect(lineOf(compared, 'Amazon GuardDuty', 'CLOUD_TRAIL')).toMatchObject({ actual: 0, verdict: 'less' });
  });

  describe('is read from the management account', () => {
    const zoneWith = (security: object) =>
      zoneOf({
        settings: { regions: ['eu-central-1'] },
        controls: [],
        accounts: sampleAccounts()
          .filter(({ role }) => role !== undefined)
          .map((account) => (account.role === 'security' ? { ...account, ...security } : account)) as never,
      });
    const connecting = (answers: FakeAnswers, security: object = {}) => {
      const zone = zoneWith(security);
      const caller = { Account: zone.managementAccount.id, Arn: 'arn:aws:iam::111122223333:user/auditor' };
      const aws = new FakeLiveAws((call) => (call.operation === 'GetCallerIdentity' ? caller : answers(call)));
      let closed = 0;
      aws.close = () => {
        closed += 1;
      };
      return { reader: connect(zone, aws), aws, closed: () => closed };
    };

    it('with nothing asked but who calls, where the file names the security account', async () => {
      const { reader, aws, closed } = connecting(() => new Error('asked'), { origin: 'adopted', id: '444455556666' });
      expect((await reader).paidRequests).toBe(0);
      expect(aws.asked).toEqual(['111122223333/eu-central-1 GetCallerIdentity']);
      expect(closed()).toBe(0);
      (await reader).close();
      expect(closed()).toBe(1);
    });

    it('with the security account found by its address, or the address named', async () => {
      const email = sampleAccounts().find(({ role }) => role === 'security')?.email ?? '';
      const Accounts = [{ Id: '444455556666', Email: email.toUpperCase() }];
      const { reader, aws } = connecting(({ operation }) =>
        operation === 'ListAccounts' ? { Accounts } : { DetectorIds: [] },
      );
      await (await reader).guardDuty('eu-central-1');
      expect(aws.asked).toContain('444455556666/eu-central-1 ListDetectors');
      const unknown = connecting(() => ({ Accounts: [] }));
      await expect(unknown.reader).rejects.toThrow(`The organization has no account with the address ${email}`);
      expect(unknown.closed()).toBe(1);
    });

    it('and says which credentials it needs where there are none, and closes', async () => {
      const none = new FakeLiveAws(() =>
        awsError('CredentialsProviderError', 'Could not load credentials from any providers'),
      );
      let closed = 0;
      none.close = () => {
        closed += 1;
      };
      const refused = connect(zoneWith({}), none);
      await expect(refused).rejects.toThrow(
        /rule: cost --live needs credentials of the management account[\s\S]*AWS_PROFILE/,
      );
      expect(closed).toBe(1);
    });
  });

  it('is of the last whole month', () => {
    expect(monthBefore('2026-11-28')).toEqual({ Start: '2026-10-01', End: '2026-11-01' });
    expect(monthBefore('2026-01-01')).toEqual({ Start: '2025-12-01', End: '2026-01-01' });
  });
});
