import { ConfigOrganizationConformancePack } from '@cdktf/provider-aws/lib/config-organization-conformance-pack';
import type { App } from 'cdktf';
import type { ConformancePack } from '../../policy/conformance/conformance-pack';
import { tryRunOf } from '../../schema/forms/macie';
import type { LandingZone } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import type { managementContract } from '../management/contract';
import type { securityContract } from '../security/contract';
import { complianceContract } from './contract';
import { complianceInputs } from './inputs';
import { SecurityStandards } from './security-standards';
import { SingleRuns } from './single-runs';

export interface ComplianceStackProps {
  readonly zone: LandingZone;
  readonly packs: readonly ConformancePack[];
  readonly management: Producer<typeof managementContract>;
  readonly security: Producer<typeof securityContract>;
  /** The baselines of every account: packs and standards fail without a recorder. */
  readonly accounts: readonly Producer[];
  /** The stacks with the buckets that a job which runs once wants to find. */
  readonly ai: readonly Producer[];
}

/** What waits for every account: conformance packs per region, the standards of Security Hub, Macie's jobs that run once. */
export class ComplianceStack extends LandingZoneStack<typeof complianceContract> {
  constructor(app: App, { zone, packs, management, security, accounts, ai }: ComplianceStackProps) {
    super(app, 'compliance', complianceContract, {
      zone,
      account: zone.managementAccount,
      management,
      inputs: () => complianceInputs,
    });
    const runs = zone.services.macie.jobs.some((job) => tryRunOf(job) !== undefined);
    for (const before of runs ? [...accounts, ...ai] : accounts) this.deployAfter(before);
    const packArns = packs.map((pack) => [`${pack.name}/${pack.region}`, this.deploy(pack).arn]);
    // Also where nothing of it is made (any more): Terraform cannot delete what is left of it without its providers.
    this.reach(zone.securityAccount);
    if (zone.services.securityHub.enabled === true)
      new SecurityStandards(this, 'security-standards', this.read(management));
    if (zone.services.macie.enabled)
      new SingleRuns(this, 'single-runs', {
        customDataIdentifierIds: (key) => this.read(security).customDataIdentifierIds(key),
      });
    this.publish({ packArns: Object.fromEntries(packArns) });
  }

  private deploy({ name, region, template, parameters, excluded }: ConformancePack): ConfigOrganizationConformancePack {
    const excludedAccounts = excluded.map((account) => this.accountId(account));
    return new ConfigOrganizationConformancePack(this, `pack-${name}-${region}`, {
      ...this.here.in(region),
      name,
      templateBody: literal(template),
      inputParameter: Object.entries(parameters).map(([parameterName, parameterValue]) => ({
        parameterName,
        parameterValue: literal(parameterValue),
      })),
      excludedAccounts: excludedAccounts.length > 0 ? excludedAccounts : undefined,
      timeouts: { create: '30m', update: '30m', delete: '30m' },
    });
  }
}
