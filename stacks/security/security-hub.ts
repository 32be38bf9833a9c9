import { SecurityhubAccount } from '@cdktf/provider-aws/lib/securityhub-account';
import { SecurityhubFindingAggregator } from '@cdktf/provider-aws/lib/securityhub-finding-aggregator';
import { SecurityhubOrganizationAdminAccount } from '@cdktf/provider-aws/lib/securityhub-organization-admin-account';
import { SecurityhubOrganizationConfiguration } from '@cdktf/provider-aws/lib/securityhub-organization-configuration';
import type { Construct } from 'constructs';
import type { LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';

export interface SecurityHubProps {
  readonly zone: LandingZone;
  readonly here: Places;
  readonly management: Places;
}

const settings = {
  enableDefaultStandards: false,
  autoEnableControls: true,
  controlFindingGenerator: 'SECURITY_CONTROL',
};

/**
 * Security Hub under central configuration, in every governed region. What is switched on where is one policy, in the compliance
 * stack: it wants every recorder to be there. Source: Security Hub User Guide, central-configuration-intro.
 */
export function administerSecurityHub(scope: Construct, { zone, here, management }: SecurityHubProps): void {
  let first: SecurityhubOrganizationAdminAccount | undefined;
  const delegations = zone.regions.map((region) => {
    const hub = new SecurityhubAccount(scope, `securityhub-${region}`, { ...here.at(region), ...settings });
    // Central configuration cannot enable the management account, and fails as a whole where it finds no hub there.
    const managementHub = new SecurityhubAccount(scope, `securityhub-management-${region}`, {
      ...management.at(region),
      ...settings,
    });
    const delegation = new SecurityhubOrganizationAdminAccount(scope, `securityhub-delegation-${region}`, {
      ...management.at(region),
      adminAccountId: here.accountId,
      dependsOn: [hub, managementHub, ...(first ? [first] : [])],
    });
    first ??= delegation;
    return delegation;
  });
  const linked = zone.regions.filter((region) => region !== zone.homeRegion);
  const aggregator = new SecurityhubFindingAggregator(scope, 'securityhub-aggregator', {
    ...here.home,
    linkingMode: linked.length > 0 ? 'SPECIFIED_REGIONS' : 'NO_REGIONS',
    specifiedRegions: linked.length > 0 ? linked : undefined,
    dependsOn: delegations,
  });
  new SecurityhubOrganizationConfiguration(scope, 'securityhub-organization', {
    ...here.home,
    // Central configuration takes both over and wants them off.
    autoEnable: false,
    autoEnableStandards: 'NONE',
    organizationConfiguration: { configurationType: 'CENTRAL' },
    dependsOn: [aggregator],
  });
}
