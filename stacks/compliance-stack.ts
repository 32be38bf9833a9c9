import { ConfigOrganizationConformancePack } from '@cdktf/provider-aws/lib/config-organization-conformance-pack';
import type { App, TerraformStack } from 'cdktf';
import { packTemplate } from '../policy/conformance-pack';
import { seedPack } from '../policy/seed-pack';
import type { LandingZone } from '../schema/landing-zone';
import { discoverOnce } from './compliance/baseline-discovery';
import { enforceStandards } from './compliance/security-standards';
import type { managementContract } from './management-stack';
import type { securityContract } from './security-stack';
import type { Contract, Producer } from './support/contract';
import { LandingZoneStack } from './support/landing-zone-stack';
import { literal } from './support/literal';

/** ARN of the organization conformance pack of each governed region. */
export const complianceContract = { packArns: 'map' } as const satisfies Contract;

export interface ComplianceStackProps {
  readonly zone: LandingZone;
  readonly management: Producer<typeof managementContract>;
  readonly security: Producer<typeof securityContract>;
  /** The stacks of every account: packs and standards fail without a recorder, and a job that runs once wants the buckets. */
  readonly accounts: readonly TerraformStack[];
}

/** What waits for every account: conformance packs per region, the standards of Security Hub, Macie's first full pass. */
export class ComplianceStack extends LandingZoneStack<typeof complianceContract> {
  constructor(app: App, { zone, management, security, accounts }: ComplianceStackProps) {
    super(app, 'compliance', complianceContract, { zone, account: zone.managementAccount, management });
    for (const account of accounts) this.addDependency(account);
    const pack = seedPack(zone);
    const templateBody = literal(packTemplate(pack));
    const packArns = zone.regions.map((region) => {
      const resource = new ConfigOrganizationConformancePack(this, `pack-${pack.name}-${region}`, {
        ...this.here.at(region),
        name: pack.name,
        templateBody,
        inputParameter: Object.entries(pack.parameters).map(([parameterName, parameterValue]) => ({
          parameterName,
          parameterValue,
        })),
        excludedAccounts: this.unrecorded(region),
        timeouts: { create: '30m', update: '30m', delete: '30m' },
      });
      return [region, resource.arn];
    });
    const administrator = this.reach(zone.securityAccount);
    if (zone.services.securityHub.enabled)
      enforceStandards(this, { zone, administrator, rootId: this.read(management).rootId });
    discoverOnce(this, {
      zone,
      administrator,
      identifierId: (key) => this.read(security).customDataIdentifierIds(key),
    });
    this.publish({ packArns: Object.fromEntries(packArns) });
  }

  /** Accounts of the organization that have no recorder in the region: they leave, or are not active there. */
  private unrecorded(region: string): string[] | undefined {
    const ids = this.zone.accounts
      .filter(
        ({ origin, state, regions }) => origin !== 'external' && (state === 'closing' || !regions.includes(region)),
      )
      .map((account) => this.accountId(account));
    return ids.length > 0 ? ids : undefined;
  }
}
