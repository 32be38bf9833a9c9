import { SecurityhubAccount } from '@cdktf/provider-aws/lib/securityhub-account';
import { SecurityhubFindingAggregator } from '@cdktf/provider-aws/lib/securityhub-finding-aggregator';
import { SecurityhubOrganizationAdminAccount } from '@cdktf/provider-aws/lib/securityhub-organization-admin-account';
import { SecurityhubOrganizationConfiguration } from '@cdktf/provider-aws/lib/securityhub-organization-configuration';
import type { Construct } from 'constructs';
import { ownValue } from '../../schema/facts/own-value';
import type { LandingZone } from '../../schema/landing-zone';
import type { AccountAccess } from '../kernel/account-access';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { adopt, forget } from '../kernel/state-moves';

/**
 * Security Hub under central configuration, in every governed region. What is switched on where is one policy, in the compliance
 * stack: it wants every recorder to be there. Source: Security Hub User Guide, central-configuration-intro.
 */
export class SecurityHub extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    let first: SecurityhubOrganizationAdminAccount | undefined;
    const delegations = zone.regions.map((region) => {
      const delegation = this.delegate(region, first);
      first ??= delegation;
      return delegation;
    });
    const linked = zone.regions.filter((region) => region !== zone.homeRegion);
    const aggregator = new SecurityhubFindingAggregator(this, 'securityhub-aggregator', {
      ...here.home,
      linkingMode: linked.length > 0 ? 'SPECIFIED_REGIONS' : 'NO_REGIONS',
      specifiedRegions: linked.length > 0 ? linked : undefined,
      dependsOn: delegations,
    });
    if (stack.protection.on) for (const region of zone.retiredRegions) leaveDelegated(stack, region);
    new SecurityhubOrganizationConfiguration(this, 'securityhub-organization', {
      ...here.home,
      // Central configuration takes both over and wants them off.
      autoEnable: false,
      autoEnableStandards: 'NONE',
      organizationConfiguration: { configurationType: 'CENTRAL' },
      dependsOn: [aggregator],
    });
  }

  /** Once the first region is delegated, the others may be. */
  private delegate(region: string, first: SecurityhubOrganizationAdminAccount | undefined) {
    const stack = LandingZoneStack.of(this);
    const management = stack.reach(stack.zone.managementAccount);
    const hub = this.enable('securityhub', region, stack.here);
    // Central configuration cannot enable the management account, and fails as a whole where it finds no hub there.
    const managementHub = this.enable('securityhub-management', region, management);
    const delegation = new SecurityhubOrganizationAdminAccount(this, `securityhub-delegation-${region}`, {
      ...management.in(region),
      adminAccountId: stack.here.id,
      dependsOn: [hub, managementHub, ...(first ? [first] : [])],
    });
    if (wasLeft(stack.zone, region)) {
      adopt(stack, hub, stack.here.idIn(region));
      adopt(stack, managementHub, management.idIn(region));
      adopt(stack, delegation, stack.here.idIn(region));
    }
    return delegation;
  }

  private enable(name: string, region: string, access: AccountAccess): SecurityhubAccount {
    return new SecurityhubAccount(this, `${name}-${region}`, {
      ...access.in(region),
      // AWS never returns it, so an import reads `false`, and another value would replace the hub: terraform-provider-aws 5.100, account.go.
      enableDefaultStandards: false,
      autoEnableControls: true,
      controlFindingGenerator: 'SECURITY_CONTROL',
    });
  }
}

/**
 * While configuration is central nothing takes the administrator of a region away, and no hub may go before it. A retired region keeps
 * them, and Terraform forgets them.
 */
function leaveDelegated(stack: LandingZoneStack, region: string): void {
  forget(stack, `aws_securityhub_organization_admin_account.securityhub-delegation-${region}`);
  for (const hub of ['securityhub', 'securityhub-management'])
    forget(stack, `aws_securityhub_account.${hub}-${region}`);
}

/** Whether AWS has what `leaveDelegated` left in the region, so that it is imported: none of it can be made twice. */
function wasLeft({ ledger }: LandingZone, region: string): boolean {
  const where = ledger.securityHub && ownValue(ledger.securityHub.regions, region);
  return where === 'left' || where === 'back';
}
