import type {
  DataSourceConfigurations,
  DetectorFeatureConfiguration,
  DetectorFeatureConfigurationResult,
  FeatureStatus,
  MemberFeaturesConfiguration,
} from '@aws-sdk/client-guardduty';
import type { Clock } from '../../toolkit/clock';
import type { Shape } from './api';
import { readDataSources } from './data-sources';
import { type FeatureName, FeatureSet, type FeatureWish } from './features';

/** The features of a detector, off but for the given ones. */
export function detectorFeatures(clock: Clock, enabled: readonly FeatureName[] = []): FeatureSet<FeatureStatus> {
  const features = new FeatureSet<FeatureStatus>(clock, ['ENABLED', 'DISABLED'], 'DISABLED');
  for (const name of enabled) features.set(name, 'ENABLED');
  return features;
}

/** A feature as a request for a detector or for the detectors of members names it. */
type Feature = Shape<DetectorFeatureConfiguration> | Shape<MemberFeaturesConfiguration>;

interface DetectorWish {
  readonly features?: readonly Feature[] | undefined;
  readonly dataSources?: Shape<DataSourceConfigurations> | undefined;
}

/** Does what a request wants of a detector: its features, and the deprecated data sources that became features. */
export function configureDetector(
  features: FeatureSet<FeatureStatus>,
  { features: wanted, dataSources }: DetectorWish,
): void {
  features.update(wishesOf(wanted));
  for (const [name, on] of readDataSources(dataSources)) features.set(name, on ? 'ENABLED' : 'DISABLED');
}

/** The features of a detector as the API lists them. */
export const describeFeatures = (
  features: FeatureSet<FeatureStatus>,
): (Shape<DetectorFeatureConfigurationResult> & { readonly name: FeatureName })[] =>
  features.list().map(({ name, value, since, agents }) => ({
    name,
    status: value,
    updatedAt: since,
    ...(agents.length > 0 && {
      additionalConfiguration: agents.map((agent) => ({
        name: agent.name,
        status: agent.value,
        updatedAt: agent.since,
      })),
    }),
  }));

const wishesOf = (features: readonly Feature[] = []): FeatureWish[] =>
  features.map(({ name, status, additionalConfiguration = [] }) => ({
    name,
    value: status,
    agents: additionalConfiguration.map((agent) => ({ name: agent.name, value: agent.status })),
  }));
