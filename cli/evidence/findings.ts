import { GetFindingsStatisticsCommand, GuardDutyClient, paginateListDetectors } from '@aws-sdk/client-guardduty';
import { GetFindingStatisticsCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { paginateGetFindings, SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { Place } from '../../live/live-aws';
import type { LandingZone } from '../../schema/landing-zone';
import { counted } from '../kit/counted';
import type { Bundle } from './bundle';
import type { Section } from './section';

/** How many open findings there are of one kind; what they say stays in AWS. */
interface Count {
  readonly source: 'Security Hub' | 'GuardDuty' | 'Macie';
  /** Who found it: the product that Security Hub has it of. */
  readonly product: string;
  readonly severity: string;
  readonly account: string;
  readonly region: string;
  readonly count: number;
}

const services = {
  securityHub: { source: 'Security Hub', read: inSecurityHub },
  guardDuty: { source: 'GuardDuty', read: inGuardDuty },
  macie: { source: 'Macie', read: inMacie },
} as const;

/** Open findings by severity, product and account: numbers only, because findings name people, objects and addresses. */
export async function findingsSection(
  bundle: Bundle,
  zone: LandingZone,
  at: (region: string) => Place,
  nameOf: (accountId: string) => string | undefined,
): Promise<Section> {
  const missing: string[] = [];
  const counts: Count[] = [];
  for (const [service, { source, read }] of Object.entries(services)) {
    // What aggregates is asked in the home region, which has the findings of the others.
    const isOn = zone.services[service as keyof typeof services].enabled === true;
    const regions = service === 'securityHub' ? [zone.homeRegion] : zone.regions;
    if (!isOn) missing.push(`${source}: the landing zone leaves it to others`);
    for (const region of isOn ? regions : [])
      try {
        counts.push(...(await read(at(region), nameOf, (what) => missing.push(`${source} in ${region}: ${what}`))));
      } catch (error) {
        const { name, message } = error as Error;
        missing.push(`${source} in ${region}: ${name}: ${message.split('\n', 1)[0]}`);
      }
  }
  const { path } = bundle.json('findings.json', { open: counts });
  const sum = (source: Count['source']) =>
    counts.filter((each) => each.source === source).reduce((total, { count }) => total + count, 0);
  return {
    title: 'Findings',
    summary: Object.values(services)
      .map(({ source }) => `${counted(sum(source), 'open finding')} in ${source}`)
      .join(', '),
    files: [path],
    missing,
  };
}

type NameOf = (accountId: string) => string | undefined;

/** GetFindingsStatistics gives so many groups and no further page: Amazon GuardDuty API Reference. */
const mostGroups = 100;

async function inSecurityHub(at: Place, nameOf: NameOf): Promise<readonly Count[]> {
  const pages = await at.pages(SecurityHubClient, paginateGetFindings, {
    Filters: {
      RecordState: [{ Value: 'ACTIVE', Comparison: 'EQUALS' }],
      WorkflowStatus: [
        { Value: 'NEW', Comparison: 'EQUALS' },
        { Value: 'NOTIFIED', Comparison: 'EQUALS' },
      ],
      // Controls that pass are findings too.
      ComplianceStatus: [{ Value: 'PASSED', Comparison: 'NOT_EQUALS' }],
    },
    MaxResults: 100,
  });
  const kinds = new Map<string, Count>();
  for (const { ProductName = 'unknown', Severity, AwsAccountId = '', Region = at.region } of pages.flatMap(
    ({ Findings = [] }) => Findings,
  )) {
    const kind = {
      source: 'Security Hub' as const,
      product: ProductName,
      severity: Severity?.Label ?? 'unknown',
      account: nameOf(AwsAccountId) ?? AwsAccountId,
      region: Region,
    };
    const key = JSON.stringify(kind);
    kinds.set(key, { ...kind, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

const open = { Criterion: { 'service.archived': { Equals: ['false'] } } };

async function inGuardDuty(at: Place, nameOf: NameOf, lacks: (what: string) => unknown): Promise<readonly Count[]> {
  const [DetectorId] = (await at.pages(GuardDutyClient, paginateListDetectors, {})).flatMap(
    ({ DetectorIds = [] }) => DetectorIds,
  );
  if (DetectorId === undefined) throw new Error('there is no detector');
  const input = { DetectorId, FindingCriteria: open, GroupBy: 'ACCOUNT' as const, MaxResults: mostGroups };
  const { FindingStatistics } = await at.ask(GuardDutyClient, new GetFindingsStatisticsCommand(input));
  const accounts = FindingStatistics?.GroupedByAccount ?? [];
  if (accounts.length >= mostGroups)
    lacks(`it counts by ${mostGroups} accounts at most, and findings of accounts beyond them are not counted`);
  const counts = await Promise.all(
    accounts.map(async ({ AccountId = '' }) => {
      const FindingCriteria = { Criterion: { ...open.Criterion, accountId: { Equals: [AccountId] } } };
      const bySeverity = new GetFindingsStatisticsCommand({ DetectorId, FindingCriteria, GroupBy: 'SEVERITY' });
      const answer = await at.ask(GuardDutyClient, bySeverity);
      return (answer.FindingStatistics?.GroupedBySeverity ?? []).map(({ Severity = 0, TotalFindings = 0 }) => ({
        source: 'GuardDuty' as const,
        product: 'GuardDuty',
        severity: severityOf(Severity),
        account: nameOf(AccountId) ?? AccountId,
        region: at.region,
        count: TotalFindings,
      }));
    }),
  );
  return counts.flat();
}

/** Source: Amazon GuardDuty User Guide, "Severity levels of GuardDuty findings". */
const severityOf = (severity: number): string =>
  severity >= 9 ? 'CRITICAL' : severity >= 7 ? 'HIGH' : severity >= 4 ? 'MEDIUM' : 'LOW';

async function inMacie(at: Place): Promise<readonly Count[]> {
  const { countsByGroup = [] } = await at.ask(
    Macie2Client,
    new GetFindingStatisticsCommand({
      groupBy: 'severity.description',
      findingCriteria: { criterion: { archived: { eq: ['false'] } } },
    }),
  );
  return countsByGroup.map(({ groupKey = 'unknown', count = 0 }) => ({
    source: 'Macie' as const,
    product: 'Macie',
    severity: groupKey.toUpperCase(),
    // Macie counts by one thing at a time.
    account: 'all accounts',
    region: at.region,
    count: Number(count),
  }));
}
