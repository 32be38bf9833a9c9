import type { App } from 'cdktf';
import type { PlacedRemediation } from '../../policy/conformance/remediations';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Contract, Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { logArchiveContract } from '../log-archive/log-archive-stack';
import type { managementContract } from '../management/management-stack';
import { complianceChanges, forwardFindings } from '../parts/findings-forwarder';
import type { securityContract } from '../security/security-stack';
import { type FunctionCode, runConfigRules } from './config-rules';
import { recordModelUse } from './data-trail';
import { guardAccount } from './guards';
import { joinSecurityServices } from './membership';
import { recordConfiguration } from './recorder';
import { allowRemediation } from './remediation';

/** The recorder's role as `configRecorder`, those of remediations by control; empty for an account outside the organization. */
export const accountContract = { roleArns: 'map' } as const satisfies Contract;

/** What the rules of conformance packs need in the accounts that they land in: a pack carries neither role nor function. */
interface PackNeeds {
  readonly remediations: readonly PlacedRemediation[];
  /** Regions in which the account runs custom rules, by its name. */
  readonly customRules: ReadonlyMap<string, readonly string[]>;
  /** What runs them. */
  readonly code: FunctionCode;
}

export interface AccountStackProps {
  readonly zone: LandingZone;
  readonly account: Account;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
  readonly security: Producer<typeof securityContract>;
  readonly packNeeds: PackNeeds;
}

/** The baseline of one account, in each of its regions. */
export class AccountStack extends LandingZoneStack<typeof accountContract> {
  constructor(app: App, props: AccountStackProps) {
    const { zone, account, management } = props;
    super(app, `account-${account.name}`, accountContract, { zone, account, management });
    guardAccount(this, account, this.here);
    // The administrator is no member of its own.
    if (account.role !== 'security') this.join(props);
    this.publish({ roleArns: account.origin === 'external' ? {} : this.reportToTheOrganization(props) });
  }

  private join({ zone, account, security }: AccountStackProps): void {
    joinSecurityServices(this, {
      zone,
      account,
      here: this.here,
      administrator: this.reach(zone.securityAccount),
      detectorId: this.read(security).detectorIds,
    });
  }

  /** What only an account of the organization can do: the log archive and the findings bus admit nobody else. */
  private reportToTheOrganization(props: AccountStackProps): Record<string, string> {
    const { zone, account, logArchive, security, packNeeds } = props;
    const { here } = this;
    const logs = this.read(logArchive);
    const recorder = recordConfiguration(this, { zone, account, here, ...logs });
    recordModelUse(this, { zone, here, ...logs });
    forwardFindings(this, {
      zone,
      purpose: 'compliance',
      here,
      regions: account.regions,
      busArn: this.read(security).findingsBusArn,
      events: [nonCompliance],
    });
    const regions = packNeeds.customRules.get(account.name);
    if (regions) runConfigRules(this, { zone, here, regions, code: packNeeds.code });
    return { configRecorder: recorder.roleArn, ...allowRemediation(this, here, packNeeds.remediations) };
  }
}

/** Config says so in the account itself only; the aggregator of the security account sends no events. */
const nonCompliance = {
  name: 'config',
  description: 'Changes of compliance with Config rules',
  pattern: complianceChanges,
};
