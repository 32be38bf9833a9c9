import type { App } from 'cdktf';
import { stackNames } from '../../schema/facts/stack-names';
import type { PlacedRole } from '../../schema/forms/made-role-view';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { forget } from '../kernel/state-moves';
import type { logArchiveContract } from '../log-archive/contract';
import type { managementContract } from '../management/contract';
import { AnomalyWatch } from '../parts/anomaly-watch';
import { blindingCalls } from '../parts/blinding-calls';
import { seesReads, tryBreakGlassUse } from '../parts/break-glass-use';
import { CostLimits } from '../parts/cost-limits';
import { failedBackups, failedDeliveries, modelDrift } from '../parts/failed-work';
import { complianceChanges, FindingsForwarder, failuresIn, heartbeat } from '../parts/findings-forwarder';
import type { FunctionCode } from '../parts/function-code';
import { health } from '../parts/health-risks';
import { modelAccessCalls } from '../parts/model-access';
import { modelEvents } from '../parts/model-approvals';
import type { securityContract } from '../security/contract';
import { AccountGuards } from './account-guards';
import { AlternateContacts } from './alternate-contacts';
import { ConfigRecorder } from './config-recorder';
import { ConfigRules } from './config-rules';
import { accountContract } from './contract';
import { DataCatalogs } from './data-catalogs';
import { DataTrail } from './data-trail';
import { DefaultNetworks } from './default-networks';
import { Ec2Settings } from './ec2-settings';
import { ExemptRoles } from './exempt-roles';
import { accountInputs } from './inputs';
import { ManagementWatch } from './management-watch';
import { Membership } from './membership';
import type { PackNeeds } from './pack-needs';
import { Remediation } from './remediation';
import { ServiceQuotas } from './service-quotas';

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
    new AlternateContacts(this, 'alternate-contacts');
    new ServiceQuotas(this, 'service-quotas');
    new DataCatalogs(this, 'data-catalogs');
    if (account.defaultVpcs === 'close') new DefaultNetworks(this, 'default-networks');
    // In the organization a declarative policy sets the same, and EC2 refuses the account's own calls.
    if (account.origin === 'external') new Ec2Settings(this, 'ec2-settings');
    const { budget, email } = account;
    // The organization pays for every other account, and its budgets are in the stack `cost`.
    if (budget && account.origin === 'external') {
      const name = `${zone.name}-cost`;
      const { anomalies, notify: emails = [email] } = budget;
      new CostLimits(this, 'budget', { limit: budget, name, email });
      if (anomalies.enabled) new AnomalyWatch(this, 'anomaly', { anomalies, name, emails });
    }
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
    const regions = packNeeds.customRuleRegions;
    const opened = tryBreakGlassUse(zone);
    const hasRegistry = account.ai !== undefined && account.ai.registry.groups.length > 0;
    const busArn = this.read(security).findingsBusArn;
    const recorders = zone.services.config.enabled ? [new ConfigRecorder(this, 'config-recorder', logs)] : [];
    new DataTrail(this, 'ai-data-events', logs);
    new FindingsForwarder(this, 'findings-forwarder', {
      purpose: 'compliance',
      regions: account.regions,
      busArn,
      events: [
        heartbeat,
        nonCompliance,
        modelAccess,
        health,
        { name: 'blinding', description: 'Who switches off what detects or tells', pattern: blindingCalls(zone) },
        { name: 'config-delivery', description: 'What Config could not deliver', pattern: failedDeliveries },
        ...(zone.backupPolicies.length > 0
          ? [{ name: 'backup', description: 'Backups that did not come about', pattern: failedBackups }]
          : []),
        ...(account.ai ? [{ name: 'model-drift', description: 'What model monitors found', pattern: modelDrift }] : []),
        ...(opened ? [{ ...breakGlassUse, pattern: opened }] : []),
        // The registry is in the home region, and so are its events.
        ...(hasRegistry ? modelEvents.map((event) => ({ ...event, regions: [zone.homeRegion] })) : []),
        // In the security account the stack of that name has it.
        ...(account.role === 'security' ? [] : [failuresIn(zone)]),
      ],
    });
    if (account.role === 'security') this.leaveFailures();
    if (account.role === 'management') new ManagementWatch(this, 'management-watch', { busArn });
    if (regions.length > 0) new ConfigRules(this, 'config-rules', { regions, code });
    const repairs = packNeeds.remediations.map((needed) => [
      needed.control,
      new Remediation(this, `remediation-${needed.control}`, needed).roleArn,
    ]);
    const recording = recorders.map(({ roleArn }) => ['configRecorder', roleArn]);
    return Object.fromEntries([...recording, ...repairs]);
  }

  /** The rule is that of the stack `security` now, which has it by the same name: destroying it here would take it away there. */
  private leaveFailures(): void {
    const { regions, retiredRegions } = this.zone;
    for (const region of [...regions, ...retiredRegions]) {
      forget(this, `aws_cloudwatch_event_target.forward-failures-${region}-target`);
      forget(this, `aws_cloudwatch_event_rule.forward-failures-${region}`);
    }
  }
}

/** Config says so in the account itself only; the aggregator of the security account sends no events. */
const nonCompliance = {
  name: 'config',
  description: 'Changes of compliance with Config rules',
  pattern: complianceChanges,
};

const modelAccess = {
  name: 'model-access',
  description: 'Who signs for models, or looks whether their use is recorded',
  pattern: modelAccessCalls,
  state: seesReads,
};

const breakGlassUse = {
  name: 'break-glass',
  description: 'Sessions of break-glass roles',
  state: seesReads,
};
