import {
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  type GetEventSelectorsCommandOutput,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { account, eachOf, type Judge, unless } from '../judge';
import type { Place } from '../place';

interface Judged extends Trail {
  readonly logs: boolean | undefined;
  readonly selectors: GetEventSelectorsCommandOutput | undefined;
}

/** The trails that record in the place: its own, the organization's, and those that other regions have for all. */
const trails = (place: Place): Promise<readonly Judged[]> =>
  place.once('trails', async () => {
    const { cloudtrail } = place.ask;
    const { trailList = [] } = await cloudtrail.send(new DescribeTrailsCommand({}));
    return Promise.all(
      trailList.map(async (trail) => {
        const { IsLogging } = await cloudtrail.send(new GetTrailStatusCommand({ Name: trail.TrailARN }));
        const selectors = await cloudtrail.send(new GetEventSelectorsCommand({ TrailName: trail.TrailARN }));
        return { ...trail, logs: IsLogging, selectors };
      }),
    );
  });

const trail = (tryFault: (trail: Judged) => string | undefined): Judge =>
  eachOf(trails, ({ TrailARN }) => TrailARN, tryFault);

const oneTrail = (fault: string, fits: (trail: Judged) => boolean | undefined): Judge =>
  account(async (place) =>
    unless(
      (await trails(place)).some((each) => each.logs && fits(each)),
      fault,
    ),
  );

/** Both kinds of selectors may record management events. */
function recordsManagement({ selectors }: Judged): boolean {
  const { EventSelectors = [], AdvancedEventSelectors = [] } = selectors ?? {};
  return (
    EventSelectors.some(
      ({ IncludeManagementEvents, ReadWriteType, ExcludeManagementEventSources = [] }) =>
        IncludeManagementEvents && ReadWriteType === 'All' && ExcludeManagementEventSources.length === 0,
    ) ||
    AdvancedEventSelectors.some(
      ({ FieldSelectors = [] }) =>
        FieldSelectors.length === 1 &&
        FieldSelectors[0]?.Field === 'eventCategory' &&
        FieldSelectors[0].Equals?.includes('Management'),
    )
  );
}

/** Rules about trails. Source of each sentence: AWS Config Developer Guide, the page of the rule. */
export const trailRules: Readonly<Record<string, Judge>> = {
  // "Checks if an AWS CloudTrail trail is enabled in your AWS account."
  CLOUD_TRAIL_ENABLED: oneTrail('no trail records', () => true),
  // "The rule is COMPLIANT if the KmsKeyId is defined."
  CLOUD_TRAIL_ENCRYPTION_ENABLED: trail(({ KmsKeyId }) => unless(KmsKeyId !== undefined, 'it has no key')),
  // "Checks whether AWS CloudTrail creates a signed digest file with logs."
  CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED: trail(({ LogFileValidationEnabled }) =>
    unless(LogFileValidationEnabled, 'nobody can see whether its files were changed'),
  ),
  // "COMPLIANT if there is at least one trail that": records global service events, is multi-region, validates its files, is encrypted,
  // records reading and writing of management events, and excludes none of them.
  CLOUDTRAIL_SECURITY_TRAIL_ENABLED: oneTrail(
    'no trail is global, in all regions, validated, encrypted and records every management event',
    (each) =>
      each.IncludeGlobalServiceEvents &&
      each.IsMultiRegionTrail &&
      each.LogFileValidationEnabled &&
      each.KmsKeyId !== undefined &&
      recordsManagement(each),
  ),
  // "Checks if there is at least one multi-region AWS CloudTrail."
  MULTI_REGION_CLOUD_TRAIL_ENABLED: oneTrail(
    'no trail records every management event of all regions',
    (each) => each.IsMultiRegionTrail && recordsManagement(each),
  ),
};
