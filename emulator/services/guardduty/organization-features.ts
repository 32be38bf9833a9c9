import type {
  OrganizationFeatureConfiguration,
  OrganizationFeatureConfigurationResult,
  OrgFeatureStatus,
} from '@aws-sdk/client-guardduty';
import type { Clock } from '../../toolkit/clock';
import type { Shape } from './api';
import { FeatureSet, type FeatureWish } from './features';

/** What an organization enables in its members: nothing, to begin with. */
export const organizationFeatures = (clock: Clock): FeatureSet<OrgFeatureStatus> =>
  new FeatureSet<OrgFeatureStatus>(clock, ['ALL', 'NEW', 'NONE'], 'NONE');

/** What a request wants of the features of an organization. */
export const organizationWishes = (features: readonly Shape<OrganizationFeatureConfiguration>[] = []): FeatureWish[] =>
  features.map(({ name, autoEnable, additionalConfiguration = [] }) => ({
    name,
    value: autoEnable,
    agents: additionalConfiguration.map((agent) => ({ name: agent.name, value: agent.autoEnable })),
  }));

/** The features of an organization as the API lists them. */
export const describeOrganizationFeatures = (
  features: FeatureSet<OrgFeatureStatus>,
): Shape<OrganizationFeatureConfigurationResult>[] =>
  features.list().map(({ name, value, agents }) => ({
    name,
    autoEnable: value,
    ...(agents.length > 0 && {
      additionalConfiguration: agents.map((agent) => ({ name: agent.name, autoEnable: agent.value })),
    }),
  }));
