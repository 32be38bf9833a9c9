import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer';
import { ConfigConfigurationAggregator } from '@cdktf/provider-aws/lib/config-configuration-aggregator';
import type { Construct } from 'constructs';
import type { LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { ServiceRole } from '../parts/service-role';

export interface AnalysisProps {
  readonly zone: LandingZone;
  readonly here: Places;
  readonly management: Places;
}

/** Access Analyzer over the organization: external access in every governed region, unused access once. */
export function analyzeAccess(scope: Construct, { zone, here, management }: AnalysisProps): void {
  const { unusedAccessDays, managementAnalyzer } = zone.services.accessAnalyzer;
  // The first analyzer of the management account brings the role through which those of the organization list its accounts.
  const role = managementAnalyzer
    ? [
        new AccessanalyzerAnalyzer(scope, 'access-analyzer-management', {
          ...management.home,
          analyzerName: `${zone.name}-management`,
          type: 'ACCOUNT',
        }),
      ]
    : [];
  for (const region of zone.regions)
    new AccessanalyzerAnalyzer(scope, `access-analyzer-${region}`, {
      ...here.at(region),
      analyzerName: `${zone.name}-external-access`,
      type: 'ORGANIZATION',
      dependsOn: role,
    });
  if (unusedAccessDays !== undefined)
    new AccessanalyzerAnalyzer(scope, 'access-analyzer-unused', {
      ...here.home,
      analyzerName: `${zone.name}-unused-access`,
      type: 'ORGANIZATION_UNUSED_ACCESS',
      configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
      dependsOn: role,
    });
}

/** Config's view of every account and region in one place. */
export function aggregateConfig(scope: Construct, zone: LandingZone, here: Places): void {
  const role = new ServiceRole(scope, 'config-aggregator-role', {
    place: here.home,
    name: `${zone.name}-config-aggregator`,
    description: 'Lets Config list the accounts of the organization',
    service: 'config.amazonaws.com',
    accountId: here.accountId,
    managedPolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations',
  });
  new ConfigConfigurationAggregator(scope, 'config-aggregator', {
    ...here.home,
    name: `${zone.name}-organization`,
    organizationAggregationSource: { allRegions: true, roleArn: role.arn },
    dependsOn: role.permissions,
  });
}
