import type { LandingZone } from '../../schema/landing-zone';

/** Names that two stacks have to agree on before either exists: one of them stands in the other's policy. */
export const names = {
  organizationTrail: (zone: LandingZone): string => `${zone.name}-organization`,
  /** The trail of AI data events in each account. */
  accountTrail: (zone: LandingZone): string => `${zone.name}-ai-data-events`,
  /** Folder of the account trails in the trail bucket. */
  accountTrailPrefix: 'ai-data-events',
  configRecorderRole: (zone: LandingZone): string => `${zone.name}-config-recorder`,
  /** Buckets of the data lake begin with it, so that a trail can select them before they exist. */
  dataBucketPrefix: (zone: LandingZone): string => `${zone.name}-data-`,
};
