import { GetWorkGroupCommand, ListWorkGroupsCommand, type WorkGroupConfiguration } from '@aws-sdk/client-athena';
import { GetDetectorCommand, ListDetectorsCommand, ListFindingsCommand } from '@aws-sdk/client-guardduty';
import { GetMacieSessionCommand } from '@aws-sdk/client-macie2';
import { DescribeHubCommand } from '@aws-sdk/client-securityhub';
import { account, eachOf, type Judge, tryAsk, unless } from '../judge';
import type { Place } from '../place';

const detectorId = (place: Place): Promise<string | undefined> =>
  place.once('detector', async () => (await place.ask.guardduty.send(new ListDetectorsCommand({}))).DetectorIds?.[0]);

const detector = async (place: Place) => {
  const DetectorId = await detectorId(place);
  return DetectorId === undefined ? undefined : place.ask.guardduty.send(new GetDetectorCommand({ DetectorId }));
};

interface Judged {
  readonly name: string | undefined;
  readonly configuration: WorkGroupConfiguration;
}

const workgroups = (place: Place): Promise<readonly Judged[]> =>
  place.once('workgroups', async () => {
    const { athena } = place.ask;
    const { WorkGroups = [] } = await athena.send(new ListWorkGroupsCommand({}));
    return Promise.all(
      WorkGroups.map(async ({ Name: name }) => {
        const { WorkGroup } = await athena.send(new GetWorkGroupCommand({ WorkGroup: name }));
        return { name, configuration: WorkGroup?.Configuration ?? {} };
      }),
    );
  });

const workgroup = (tryFault: (configuration: WorkGroupConfiguration) => string | undefined): Judge =>
  eachOf(
    workgroups,
    ({ name }) => name,
    ({ configuration }) => tryFault(configuration),
  );

/** Rules about who watches, and about workgroups. Source of each sentence: AWS Config Developer Guide, the page of the rule. */
export const detectionRules: Readonly<Record<string, Judge>> = {
  // "The rule is NON_COMPLIANT if encryption of data at rest is not enabled for an Athena workgroup."
  ATHENA_WORKGROUP_ENCRYPTED_AT_REST: workgroup(({ ResultConfiguration }) =>
    unless(ResultConfiguration?.EncryptionConfiguration !== undefined, 'its answers are not encrypted'),
  ),
  // "The rule is NON_COMPLIANT if configuration.WorkGroupConfiguration.EnforceWorkGroupConfiguration is false."
  ATHENA_WORKGROUP_ENFORCE_WORKGROUP_CONFIGURATION: workgroup(({ EnforceWorkGroupConfiguration }) =>
    unless(EnforceWorkGroupConfiguration, 'its clients choose settings of their own'),
  ),
  // "Checks if Amazon Athena WorkGroup publishes usage metrics to Amazon CloudWatch."
  ATHENA_WORKGROUP_LOGGING_ENABLED: workgroup(({ PublishCloudWatchMetricsEnabled }) =>
    unless(PublishCloudWatchMetricsEnabled, 'it publishes no metrics'),
  ),
  // "The rule is COMPLIANT when Amazon GuardDuty is enabled."
  GUARDDUTY_ENABLED_CENTRALIZED: account(async (place) =>
    unless((await detector(place))?.Status === 'ENABLED', 'GuardDuty is off'),
  ),
  // "Checks whether Amazon GuardDuty has findings that are non archived." Here every finding that is open counts, of whatever age.
  GUARDDUTY_NON_ARCHIVED_FINDINGS: account(async (place) => {
    const DetectorId = await detectorId(place);
    const FindingCriteria = { Criterion: { 'service.archived': { Equals: ['false'] } } };
    const { FindingIds = [] } = DetectorId
      ? await place.ask.guardduty.send(new ListFindingsCommand({ DetectorId, FindingCriteria }))
      : {};
    return unless(FindingIds.length === 0, `${FindingIds.length} findings wait`);
  }),
  // "The rule is NON_COMPLIANT if Amazon GuardDuty S3 Protection is not enabled."
  GUARDDUTY_S3_PROTECTION_ENABLED: account(async (place) =>
    unless(
      (await detector(place))?.Features?.some(({ Name, Status }) => Name === 'S3_DATA_EVENTS' && Status === 'ENABLED'),
      'S3 protection is off',
    ),
  ),
  // "Checks if Amazon Macie is enabled in your account per region."
  MACIE_STATUS_CHECK: account(async ({ ask: { macie } }) => {
    const session = await tryAsk(macie.send(new GetMacieSessionCommand({})), 'AccessDeniedException');
    return unless(session?.status === 'ENABLED', 'Macie is off');
  }),
  // "The rule is NON_COMPLIANT if AWS Security Hub is not enabled."
  SECURITYHUB_ENABLED: account(async ({ ask: { securityhub } }) => {
    const hub = await tryAsk(
      securityhub.send(new DescribeHubCommand({})),
      'InvalidAccessException',
      'ResourceNotFoundException',
    );
    return unless(hub?.HubArn !== undefined, 'Security Hub is off');
  }),
};
