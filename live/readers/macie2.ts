import {
  DescribeClassificationJobCommand,
  DescribeOrganizationConfigurationCommand,
  GetClassificationExportConfigurationCommand,
  GetCustomDataIdentifierCommand,
  GetFindingsFilterCommand,
  GetMacieSessionCommand,
  Macie2Client,
  paginateListClassificationJobs,
  paginateListCustomDataIdentifiers,
  paginateListFindingsFilters,
  paginateListMembers,
  paginateListOrganizationAdminAccounts,
} from '@aws-sdk/client-macie2';
import { type Attributes, type Reader, snake } from '../reader';

const session: Reader = {
  async read(at) {
    const { status, findingPublishingFrequency } = await at.ask(Macie2Client, new GetMacieSessionCommand({}));
    return { status, finding_publishing_frequency: findingPublishingFrequency };
  },
};

const member: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(Macie2Client, paginateListMembers, { onlyAssociated: 'true' });
    const found = pages.flatMap(({ members = [] }) => members).find(({ accountId }) => accountId === wanted.account_id);
    if (!found) return undefined;
    const status = found.relationshipStatus === 'Paused' ? 'PAUSED' : 'ENABLED';
    return { account_id: found.accountId, status, relationship_status: found.relationshipStatus };
  },
  also: ({ status }) => ({ relationship_status: status === 'PAUSED' ? 'Paused' : 'Enabled' }),
  unread: {
    email: 'AWS does not return that of a member of the organization',
    invite: 'is of the invitation alone',
    invitation_message: 'is of the invitation alone',
    invitation_disable_email_notification: 'is of the invitation alone',
  },
};

const administrator: Reader = {
  async read(at, { admin_account_id }) {
    const pages = await at.pages(Macie2Client, paginateListOrganizationAdminAccounts, {});
    const found = pages.flatMap(({ adminAccounts = [] }) => adminAccounts)[0];
    return found?.status === 'ENABLED' ? { id: admin_account_id, admin_account_id: found.accountId } : undefined;
  },
};

const organization: Reader = {
  async read(at) {
    const { autoEnable } = await at.ask(Macie2Client, new DescribeOrganizationConfigurationCommand({}));
    return { auto_enable: autoEnable };
  },
};

const exportSettings: Reader = {
  async read(at) {
    const { configuration } = await at.ask(Macie2Client, new GetClassificationExportConfigurationCommand({}));
    const to = configuration?.s3Destination;
    return (
      to && {
        s3_destination: {
          bucket_name: to.bucketName,
          key_prefix: to.keyPrefix?.replace(/\/$/, ''),
          kms_key_arn: to.kmsKeyArn,
        },
      }
    );
  },
};

const identifier: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(Macie2Client, paginateListCustomDataIdentifiers, {});
    const id = pages.flatMap(({ items = [] }) => items).find(({ name }) => name === wanted.name)?.id;
    if (id === undefined) return undefined;
    const { name, description, regex, keywords, ignoreWords, maximumMatchDistance, deleted } = await at.ask(
      Macie2Client,
      new GetCustomDataIdentifierCommand({ id }),
    );
    if (deleted) return undefined;
    return {
      id,
      name,
      description,
      regex,
      keywords,
      ignore_words: ignoreWords,
      maximum_match_distance: maximumMatchDistance,
    };
  },
};

const job: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(Macie2Client, paginateListClassificationJobs, {});
    const found = pages
      .flatMap(({ items = [] }) => items)
      .find(({ name, jobStatus }) => name === wanted.name && jobStatus !== 'CANCELLED');
    if (!found) return undefined;
    const details = await at.ask(Macie2Client, new DescribeClassificationJobCommand({ jobId: found.jobId }));
    const { s3JobDefinition, scheduleFrequency, ...others } = details;
    return {
      ...(snake(others) as Attributes),
      id: found.jobId,
      s3_job_definition: snake(s3JobDefinition),
      schedule_frequency: scheduleFrequency && {
        daily_schedule: scheduleFrequency.dailySchedule,
        weekly_schedule: scheduleFrequency.weeklySchedule?.dayOfWeek,
        monthly_schedule: scheduleFrequency.monthlySchedule?.dayOfMonth,
      },
      is_paused: details.jobStatus === 'USER_PAUSED',
    };
  },
  also: () => ({ is_paused: false }),
  unread: { initial_run: 'AWS says it of the first run alone' },
};

const findingsFilter: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(Macie2Client, paginateListFindingsFilters, {});
    const id = pages
      .flatMap(({ findingsFilterListItems = [] }) => findingsFilterListItems)
      .find(({ name }) => name === wanted.name)?.id;
    if (id === undefined) return undefined;
    const found = await at.ask(Macie2Client, new GetFindingsFilterCommand({ id }));
    const criterion = Object.entries(found.findingCriteria?.criterion ?? {}).map(([field, { eq, neq }]) => ({
      field,
      eq,
      neq,
    }));
    const { name, description, action, position } = found;
    return { id, name, description, action, position, finding_criteria: { criterion } };
  },
  unread: { position: 'moves when another filter is made' },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_macie2_account: session,
  aws_macie2_member: member,
  aws_macie2_organization_admin_account: administrator,
  aws_macie2_organization_configuration: organization,
  aws_macie2_classification_export_configuration: exportSettings,
  aws_macie2_custom_data_identifier: identifier,
  aws_macie2_classification_job: job,
  aws_macie2_findings_filter: findingsFilter,
};
