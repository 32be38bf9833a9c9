import {
  ConfigServiceClient,
  paginateDescribeAggregateComplianceByConformancePacks,
  paginateDescribeConfigurationAggregators,
} from '@aws-sdk/client-config-service';
import type { Place } from '../../live/live-aws';
import { conformancePacks } from '../../policy/conformance/conformance-packs';
import type { LandingZone } from '../../schema/landing-zone';
import { counted } from '../kit/counted';
import type { Bundle } from './bundle';
import type { Section } from './section';

export const packsTitle = 'Conformance packs';

/**
 * How every conformance pack stands in every account and region, as the aggregator of the security account has it: one list for all of the
 * organization. A pack that the landing zone deploys and the aggregator does not know in an account is named as missing.
 */
export async function packsSection(
  bundle: Bundle,
  zone: LandingZone,
  at: Place,
  nameOf: (accountId: string) => string | undefined,
): Promise<Section> {
  const aggregators = (await at.pages(ConfigServiceClient, paginateDescribeConfigurationAggregators, {}))
    .flatMap(({ ConfigurationAggregators = [] }) => ConfigurationAggregators)
    .filter(({ OrganizationAggregationSource }) => OrganizationAggregationSource);
  const [aggregator] = aggregators;
  if (!aggregator) throw new Error('the security account has no aggregator of the organization in the home region');
  const pages = await at.pages(ConfigServiceClient, paginateDescribeAggregateComplianceByConformancePacks, {
    ConfigurationAggregatorName: aggregator.ConfigurationAggregatorName,
  });
  const rows = pages
    .flatMap(({ AggregateComplianceByConformancePacks = [] }) => AggregateComplianceByConformancePacks)
    .map(({ ConformancePackName = '', Compliance, AccountId = '', AwsRegion = '' }) => ({
      // AWS ends the name with an id of its own in each account.
      pack: ConformancePackName.replace(/^OrgConformsPack-/, '').replace(/-[a-z0-9]{8}$/, ''),
      account: nameOf(AccountId) ?? AccountId,
      region: AwsRegion,
      compliance: Compliance?.ComplianceType ?? 'UNKNOWN',
      compliantRules: Compliance?.CompliantRuleCount ?? null,
      rules: Compliance?.TotalRuleCount ?? null,
    }))
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'en'));
  const { path } = bundle.json('pack-compliance.json', {
    aggregator: aggregator.ConfigurationAggregatorArn,
    packs: rows,
  });
  const known = new Set(rows.map(orderOf));
  const absent = conformancePacks(zone).flatMap(({ name, region, accounts }) =>
    accounts
      .map((account) => ({ pack: name, account: account.name, region }))
      .filter((each) => !known.has(orderOf(each))),
  );
  const compliant = rows.filter(({ compliance }) => compliance === 'COMPLIANT').length;
  return {
    title: packsTitle,
    summary: `${counted(rows.length, 'pack')} by account and region, ${compliant} compliant`,
    files: [path],
    missing: byPack(absent),
  };
}

const orderOf = ({
  pack,
  account,
  region,
}: {
  readonly pack: string;
  readonly account: string;
  readonly region: string;
}) => `${account} ${region} ${pack}`;

/** In a large organization a pack may lack everywhere: it is said once, with where that begins. */
function byPack(absent: readonly { readonly pack: string; readonly account: string; readonly region: string }[]) {
  const packs = [...new Set(absent.map(({ pack }) => pack))];
  return packs.map((pack) => {
    const where = absent.filter((each) => each.pack === pack).map(({ account, region }) => `${account} in ${region}`);
    const more = where.length > 5 ? ` and ${where.length - 5} more` : '';
    return `${pack}: the aggregator does not know it of ${where.slice(0, 5).join(', ')}${more}`;
  });
}
