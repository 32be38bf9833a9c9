import type { App } from 'cdktf';
import { stackNames } from '../../schema/facts/stack-names';
import type { PlacedRole } from '../../schema/forms/made-role-view';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { logArchiveContract } from '../log-archive/contract';
import type { managementContract } from '../management/contract';
import { seesReads, tryBreakGlassUse } from '../parts/break-glass-use';
import { CostLimits } from '../parts/cost-limits';
import { complianceChanges, FindingsForwarder } from '../parts/findings-forwarder';
import type { securityContract } from '../security/contract';
import { AccountGuards } from './account-guards';
import { ConfigRecorder } from './config-recorder';
import { ConfigRules, type FunctionCode } from './config-rules';
import { accountContract } from './contract';
import { DataTrail } from './data-trail';
import { ExemptRoles } from './exempt-roles';
import { accountInputs } from './inputs';
import { Membership } from './membership';
import type { PackNeeds } from './pack-needs';
import { Remediation } from './remediation';

export interface AccountStackProps {
  readonly zone: LandingZone;
  readonly account: Account;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
  readonly security: Producer<typeof securityContract>;
  readonly packNeeds: PackNeeds;
  /** Those that controls exempt. */
  readonly roles: readonly PlacedRole[];
  /** What runs the custom rules. */
  readonly code: FunctionCode;
}

/** The baseline of one account, in each of its regions. */
export class AccountStack extends LandingZoneStack<typeof accountContract> {
  constructor(app: App, props: AccountStackProps) {
    const { zone, account, management, security } = props;
    super(app, stackNames.account(account), accountContract, {
      zone,
      account,
      management,
      inputs: () => accountInputs(zone, account),
    });
    new AccountGuards(this, 'account-guards');
    new ExemptRoles(this, 'exempt-roles', props.roles);
    const { budget, email } = account;
    if (budget) new CostLimits(this, 'cost-limits', { budget, of: 'cost', email });
    // The administrator is no member of its own.
    if (account.role !== 'security')
      new Membership(this, 'membership', {
        administrator: this.reach(zone.securityAccount),
        ...this.read(security),
      });
    this.publish({ roleArns: account.origin === 'external' ? {} : this.reportToTheOrganization(props) });
  }

  /** What only an account of the organization can do: the log archive and the findings bus admit nobody else. */
  private reportToTheOrganization(props: AccountStackProps): Record<string, string> {
    const { zone, account, logArchive, security, packNeeds, code } = props;
    const logs = this.read(logArchive);
    const opened = tryBreakGlassUse(zone);
    const recorder = new ConfigRecorder(this, 'config-recorder', logs);
    new DataTrail(this, 'ai-data-events', logs);
    new FindingsForwarder(this, 'findings-forwarder', {
      purpose: 'compliance',
      regions: account.regions,
      busArn: this.read(security).findingsBusArn,
      events: [nonCompliance, ...(opened ? [{ ...breakGlassUse, pattern: opened }] : [])],
    });
    const regions = packNeeds.customRuleRegions;
    if (regions.length > 0) new ConfigRules(this, 'config-rules', { regions, code });
    const repairs = packNeeds.remediations.map((needed) => [
      needed.control,
      new Remediation(this, `remediation-${needed.control}`, needed).roleArn,
    ]);
    return { configRecorder: recorder.roleArn, ...Object.fromEntries(repairs) };
  }
}

/** Config says so in the account itself only; the aggregator of the security account sends no events. */
const nonCompliance = {
  name: 'config',
  description: 'Changes of compliance with Config rules',
  pattern: complianceChanges,
};

const breakGlassUse = {
  name: 'break-glass',
  description: 'Sessions of break-glass roles',
  state: seesReads,
};
