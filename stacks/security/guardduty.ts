import { GuarddutyFilter } from '@cdktf/provider-aws/lib/guardduty-filter';
import { GuarddutyOrganizationAdminAccount } from '@cdktf/provider-aws/lib/guardduty-organization-admin-account';
import { GuarddutyOrganizationConfiguration } from '@cdktf/provider-aws/lib/guardduty-organization-configuration';
import { GuarddutyOrganizationConfigurationFeature } from '@cdktf/provider-aws/lib/guardduty-organization-configuration-feature';
import { GuarddutyPublishingDestination } from '@cdktf/provider-aws/lib/guardduty-publishing-destination';
import type { Construct } from 'constructs';
import { guardDutyFeatures } from '../../schema/forms/services';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { agentsOf, Detector, planId } from '../parts/detector';
import { MemberDetector } from '../parts/member-detector';
import { modelUseFindings } from './messages';

export interface GuardDutyProps {
  readonly findingsBucketArn: string;
  readonly findingsKeyArn: string;
}

/**
 * GuardDuty for the organization, in every governed region.
 *
 * The delegation depends on the administrator's detector, and not the other way round: AWS refuses to delete a detector that has
 * members, and disabling the administrator, which Terraform then does first, is what releases them.
 */
export class GuardDuty extends Part {
  /** The administrator's detector of each region. */
  readonly detectorIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { findingsBucketArn, findingsKeyArn }: GuardDutyProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    let first: GuarddutyOrganizationAdminAccount | undefined;
    const ids = zone.regions.map((region) => {
      const detector = new Detector(this, 'guardduty', { access: here, region });
      const delegation = this.delegate(region, detector, first);
      first ??= delegation;
      this.coverOrganization(region, detector.id, delegation);
      this.watchModels(region, detector.id);
      new GuarddutyPublishingDestination(this, `guardduty-export-${region}`, {
        ...here.in(region),
        detectorId: detector.id,
        destinationArn: findingsBucketArn,
        kmsKeyArn: findingsKeyArn,
      });
      return [region, detector.id];
    });
    this.detectorIds = Object.fromEntries(ids);
  }

  /** Once the first region is delegated, the others may be. */
  private delegate(region: string, detector: Detector, first: GuarddutyOrganizationAdminAccount | undefined) {
    const stack = LandingZoneStack.of(this);
    const access = stack.reach(stack.zone.managementAccount);
    // Nobody else may enable the management account; without a detector of its own it never becomes a member.
    const ofManagement = new MemberDetector(this, 'guardduty-management', { access, region });
    return new GuarddutyOrganizationAdminAccount(this, `guardduty-delegation-${region}`, {
      ...access.in(region),
      adminAccountId: stack.here.id,
      dependsOn: [...detector.plans, ofManagement, ...(first ? [first] : [])],
    });
  }

  /** Every account is enabled, now and when it joins, with every plan on or explicitly off. */
  private coverOrganization(region: string, detectorId: string, delegation: GuarddutyOrganizationAdminAccount): void {
    const { zone, here } = LandingZoneStack.of(this);
    const { features, runtimeAgents: agents } = zone.services.guardDuty;
    const placement = here.in(region);
    const organization = new GuarddutyOrganizationConfiguration(this, `guardduty-organization-${region}`, {
      ...placement,
      detectorId,
      autoEnableOrganizationMembers: 'ALL',
      dependsOn: [delegation],
    });
    for (const name of guardDutyFeatures) {
      const on = features.includes(name);
      new GuarddutyOrganizationConfigurationFeature(this, `guardduty-organization-${planId(name)}-${region}`, {
        ...placement,
        detectorId,
        name,
        autoEnable: on ? 'ALL' : 'NONE',
        additionalConfiguration: agentsOf(name).map((agent) => ({
          name: agent,
          autoEnable: on && agents.includes(agent) ? 'ALL' : 'NONE',
        })),
        dependsOn: [organization],
      });
    }
  }

  private watchModels(region: string, detectorId: string): void {
    let previous: GuarddutyFilter | undefined;
    for (const [index, { name, description, field, values }] of modelFilters.entries())
      previous = new GuarddutyFilter(this, `guardduty-${name}-${region}`, {
        ...LandingZoneStack.of(this).here.in(region),
        detectorId,
        name,
        description,
        action: 'NOOP',
        rank: index + 1,
        findingCriteria: { criterion: [{ field, equalTo: values }] },
        // Ranks have no gaps: the second filter is refused until the first is there.
        dependsOn: previous && [previous],
      });
  }
}

/** Saved views of findings about models. NOOP and not ARCHIVE: an archived finding is neither exported nor sent on. */
const modelFilters = [
  {
    name: 'ai-model-use',
    description: 'Misuse of models and of what watches them',
    field: 'type',
    values: ['DefenseEvasion:IAMUser/BedrockLoggingDisabled', ...modelUseFindings],
  },
  {
    name: 'ai-service-calls',
    description: 'Suspicious calls of the services that train and serve models',
    field: 'service.action.awsApiCallAction.serviceName',
    values: [
      'bedrock.amazonaws.com',
      'bedrock-runtime.amazonaws.com',
      'runtime.sagemaker.amazonaws.com',
      'sagemaker.amazonaws.com',
    ],
  },
  {
    name: 'ai-credentials',
    description: 'Credentials of an instance used elsewhere: the way into training data',
    field: 'type',
    values: [
      'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS',
      'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
    ],
  },
];
