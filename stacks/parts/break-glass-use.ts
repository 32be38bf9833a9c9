import type { LandingZone } from '../../schema/landing-zone';

/** EventBridge takes no two `*` in a row (EventBridge User Guide, eb-create-pattern-operators). */
const matcher = (name: string): object =>
  name.includes('*') ? { wildcard: `*:role/${name.replace(/\*+/g, '*')}` } : { suffix: `:role/${name}` };

/**
 * Somebody opens a session of a break-glass role, or tries to; undefined where there is no such role. CloudTrail tells the account of the
 * role, and the caller's where it is another one.
 */
export const tryBreakGlassUse = ({ roles: { breakGlass } }: Pick<LandingZone, 'roles'>): object | undefined =>
  breakGlass.length === 0
    ? undefined
    : {
        source: ['aws.sts'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          eventName: [{ prefix: 'AssumeRole' }],
          requestParameters: { roleArn: breakGlass.map(matcher) },
        },
      };

/**
 * The state of a rule that sees a session being opened, which CloudTrail counts as reading: an enabled rule sees no reads (EventBridge
 * User Guide, eb-service-event-cloudtrail-management).
 */
export const seesReads = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
