import {
  DescribeOrganizationConfigurationCommand,
  DescribePublishingDestinationCommand,
  GetDetectorCommand,
  GetFilterCommand,
  GetMemberDetectorsCommand,
  GuardDutyClient,
  paginateListDetectors,
  paginateListMembers,
  paginateListOrganizationAdminAccounts,
  paginateListPublishingDestinations,
} from '@aws-sdk/client-guardduty';
import type { Place } from '../live-aws';
import { type Attributes, type Reader, snake, text } from '../reader';

async function tryDetector(at: Place) {
  const pages = await at.pages(GuardDutyClient, paginateListDetectors, {});
  const DetectorId = pages.flatMap(({ DetectorIds = [] }) => DetectorIds)[0];
  if (DetectorId === undefined) return undefined;
  return { DetectorId, ...(await at.ask(GuardDutyClient, new GetDetectorCommand({ DetectorId }))) };
}

const detector: Reader = {
  async read(at) {
    const found = await tryDetector(at);
    return (
      found && {
        id: found.DetectorId,
        enable: found.Status === 'ENABLED',
        finding_publishing_frequency: found.FindingPublishingFrequency,
      }
    );
  },
  unread: { tags: 'no promise hangs on it' },
};

interface Feature {
  readonly Name?: string;
  readonly Status?: string;
  readonly AutoEnable?: string;
  readonly AdditionalConfiguration?: readonly Feature[];
}

/** A feature as Terraform has it: of its additional configuration as much as is written. */
function featureOf(features: readonly Feature[] | undefined, wanted: Attributes): Attributes | undefined {
  const found = (features ?? []).find(({ Name }) => Name === wanted.name);
  if (!found) return undefined;
  const { AdditionalConfiguration = [], ...feature } = found;
  return { ...(snake(feature) as Attributes), additional_configuration: snake(AdditionalConfiguration) };
}

const detectorFeature: Reader = {
  async read(at, wanted) {
    const found = await tryDetector(at);
    const feature = featureOf(found?.Features, wanted);
    return feature && { detector_id: found?.DetectorId, ...feature };
  },
};

async function membersOf(at: Place, DetectorId: string) {
  const pages = await at.pages(GuardDutyClient, paginateListMembers, { DetectorId, OnlyAssociated: 'true' });
  return pages.flatMap(({ Members = [] }) => Members);
}

const member: Reader = {
  async read(at, wanted) {
    const members = await membersOf(at, text(wanted, 'detector_id'));
    const found = members.find(({ AccountId }) => AccountId === wanted.account_id);
    return (
      found && {
        account_id: found.AccountId,
        detector_id: wanted.detector_id,
        relationship_status: found.RelationshipStatus,
      }
    );
  },
  also: () => ({ relationship_status: 'Enabled' }),
  unread: {
    email: 'AWS does not return that of a member of the organization',
    invite: 'is of the invitation alone',
    invitation_message: 'is of the invitation alone',
    disable_email_notification: 'is of the invitation alone',
  },
};

/** AWS answers for so many members in one call. */
const membersInOneCall = 50;

const memberFeature: Reader = {
  async read(at, wanted) {
    const DetectorId = text(wanted, 'detector_id');
    const ids = (await membersOf(at, DetectorId)).flatMap(({ AccountId = [] }) => AccountId).sort();
    const index = ids.indexOf(text(wanted, 'account_id'));
    if (index < 0) return undefined;
    const start = index - (index % membersInOneCall);
    const AccountIds = ids.slice(start, start + membersInOneCall);
    const reply = await at.ask(GuardDutyClient, new GetMemberDetectorsCommand({ DetectorId, AccountIds }));
    const found = reply.MemberDataSourceConfigurations?.find(({ AccountId }) => AccountId === wanted.account_id);
    const feature = featureOf(found?.Features, wanted);
    return feature && { account_id: wanted.account_id, detector_id: DetectorId, ...feature };
  },
};

const administrator: Reader = {
  async read(at, { admin_account_id }) {
    const pages = await at.pages(GuardDutyClient, paginateListOrganizationAdminAccounts, {});
    const found = pages.flatMap(({ AdminAccounts = [] }) => AdminAccounts)[0];
    return found?.AdminStatus === 'ENABLED'
      ? { id: admin_account_id, admin_account_id: found.AdminAccountId }
      : undefined;
  },
};

const settingsOf = (at: Place, wanted: Attributes) =>
  at.ask(GuardDutyClient, new DescribeOrganizationConfigurationCommand({ DetectorId: text(wanted, 'detector_id') }));

const organization: Reader = {
  async read(at, wanted) {
    const { AutoEnableOrganizationMembers } = await settingsOf(at, wanted);
    return { detector_id: wanted.detector_id, auto_enable_organization_members: AutoEnableOrganizationMembers };
  },
};

const organizationFeature: Reader = {
  async read(at, wanted) {
    const feature = featureOf((await settingsOf(at, wanted)).Features, wanted);
    return feature && { detector_id: wanted.detector_id, ...feature };
  },
};

const comparisons = {
  Equals: 'equals',
  Eq: 'equals',
  NotEquals: 'not_equals',
  Neq: 'not_equals',
  GreaterThan: 'greater_than',
  Gt: 'greater_than',
  GreaterThanOrEqual: 'greater_than_or_equal',
  Gte: 'greater_than_or_equal',
  LessThan: 'less_than',
  Lt: 'less_than',
  LessThanOrEqual: 'less_than_or_equal',
  Lte: 'less_than_or_equal',
} as const;

const filter: Reader = {
  async read(at, wanted) {
    const asked = { DetectorId: text(wanted, 'detector_id'), FilterName: text(wanted, 'name') };
    const found = await at.ask(GuardDutyClient, new GetFilterCommand(asked));
    const criterion = Object.entries(found.FindingCriteria?.Criterion ?? {}).map(([field, condition]) => ({
      field,
      ...Object.fromEntries(
        Object.entries(condition).map(([name, value]) => [comparisons[name as keyof typeof comparisons], value]),
      ),
    }));
    return {
      detector_id: wanted.detector_id,
      name: found.Name,
      action: found.Action,
      description: found.Description,
      rank: found.Rank,
      finding_criteria: { criterion },
    };
  },
};

const destination: Reader = {
  async read(at, wanted) {
    const DetectorId = text(wanted, 'detector_id');
    const pages = await at.pages(GuardDutyClient, paginateListPublishingDestinations, { DetectorId });
    const DestinationId = pages.flatMap(({ Destinations = [] }) => Destinations)[0]?.DestinationId;
    if (DestinationId === undefined) return undefined;
    const asked = new DescribePublishingDestinationCommand({ DetectorId, DestinationId });
    const { DestinationProperties, Status } = await at.ask(GuardDutyClient, asked);
    return {
      detector_id: DetectorId,
      destination_arn: DestinationProperties?.DestinationArn,
      kms_key_arn: DestinationProperties?.KmsKeyArn,
      publishing_error: Status?.startsWith('UNABLE') ? Status : undefined,
    };
  },
  also: () => ({ publishing_error: undefined }),
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_guardduty_detector: detector,
  aws_guardduty_detector_feature: detectorFeature,
  aws_guardduty_member: member,
  aws_guardduty_member_detector_feature: memberFeature,
  aws_guardduty_organization_admin_account: administrator,
  aws_guardduty_organization_configuration: organization,
  aws_guardduty_organization_configuration_feature: organizationFeature,
  aws_guardduty_filter: filter,
  aws_guardduty_publishing_destination: destination,
};
