import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyFilter } from '@cdktf/provider-aws/lib/guardduty-filter';
import { GuarddutyOrganizationAdminAccount } from '@cdktf/provider-aws/lib/guardduty-organization-admin-account';
import { GuarddutyOrganizationConfiguration } from '@cdktf/provider-aws/lib/guardduty-organization-configuration';
import { GuarddutyOrganizationConfigurationFeature } from '@cdktf/provider-aws/lib/guardduty-organization-configuration-feature';
import { GuarddutyPublishingDestination } from '@cdktf/provider-aws/lib/guardduty-publishing-destination';
import type { TerraformStack } from 'cdktf';
import { guardDutyFeatures } from '../../schema/forms/services';
import type { LandingZone } from '../../schema/landing-zone';
import type { Place, Places } from '../kernel/places';
import { agentsOf, setProtectionPlans } from '../parts/protection-plans';
import { modelUseFindings } from './notifications';

export interface GuardDutyProps {
  readonly zone: LandingZone;
  readonly here: Places;
  readonly management: Places;
  readonly findingsBucketArn: string;
  readonly findingsKeyArn: string;
}

/**
 * GuardDuty for the organization, in every governed region.
 *
 * The delegation depends on the administrator's detector, and not the other way round: AWS refuses to delete a detector that has
 * members, and disabling the administrator, which Terraform then does first, is what releases them.
 *
 * @returns the administrator's detector id of each region
 */
export function administerGuardDuty(stack: TerraformStack, props: GuardDutyProps): Record<string, string> {
  const { zone, here, management } = props;
  const settings = { enable: true, findingPublishingFrequency: zone.services.guardDuty.findingPublishingFrequency };
  let first: GuarddutyOrganizationAdminAccount | undefined;
  const ids = zone.regions.map((region) => {
    const place = here.at(region);
    const detector = new GuarddutyDetector(stack, `guardduty-${region}`, { ...place, ...settings });
    // Nobody else may enable the management account; without a detector of its own it never becomes a member.
    const managementDetector = new GuarddutyDetector(stack, `guardduty-management-${region}`, {
      ...management.at(region),
      ...settings,
    });
    const plans = [
      ...setProtectionPlans(stack, `guardduty`, region, place, detector, zone),
      ...setProtectionPlans(stack, `guardduty-management`, region, management.at(region), managementDetector, zone),
    ];
    const delegation = new GuarddutyOrganizationAdminAccount(stack, `guardduty-delegation-${region}`, {
      ...management.at(region),
      adminAccountId: here.accountId,
      dependsOn: [...plans, ...(first ? [first] : [])],
    });
    first ??= delegation;
    coverOrganization(stack, region, place, detector, delegation, zone);
    watchModels(stack, region, place, detector);
    new GuarddutyPublishingDestination(stack, `guardduty-export-${region}`, {
      ...place,
      detectorId: detector.id,
      destinationArn: props.findingsBucketArn,
      kmsKeyArn: props.findingsKeyArn,
    });
    return [region, detector.id];
  });
  return Object.fromEntries(ids);
}

/** Every account is enabled, now and when it joins, with every plan on or explicitly off. */
function coverOrganization(
  stack: TerraformStack,
  region: string,
  place: Place,
  detector: GuarddutyDetector,
  delegation: GuarddutyOrganizationAdminAccount,
  zone: LandingZone,
): void {
  const { features, runtimeAgents: agents } = zone.services.guardDuty;
  const organization = new GuarddutyOrganizationConfiguration(stack, `guardduty-organization-${region}`, {
    ...place,
    detectorId: detector.id,
    autoEnableOrganizationMembers: 'ALL',
    dependsOn: [delegation],
  });
  for (const name of guardDutyFeatures) {
    const on = features.includes(name);
    const key = name.toLowerCase().replaceAll('_', '-');
    new GuarddutyOrganizationConfigurationFeature(stack, `guardduty-organization-${key}-${region}`, {
      ...place,
      detectorId: detector.id,
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

function watchModels(stack: TerraformStack, region: string, place: Place, detector: GuarddutyDetector): void {
  let previous: GuarddutyFilter | undefined;
  for (const [index, { name, description, field, values }] of modelFilters.entries())
    previous = new GuarddutyFilter(stack, `guardduty-${name}-${region}`, {
      ...place,
      detectorId: detector.id,
      name,
      description,
      action: 'NOOP',
      rank: index + 1,
      findingCriteria: { criterion: [{ field, equalTo: values }] },
      // Ranks have no gaps: the second filter is refused until the first is there.
      dependsOn: previous && [previous],
    });
}
