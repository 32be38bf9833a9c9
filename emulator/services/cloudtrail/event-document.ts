import type { ManagementEvent } from '../../event-record';
import { idSequence, newUuid } from '../../toolkit/ids';

/** The record of an event, of the contents that CloudTrail's User Guide gives (cloudtrail-event-reference-record-contents). */
export function eventDocument(event: ManagementEvent): Readonly<Record<string, unknown>> {
  const { service, operation, region, account, time, error } = event;
  return {
    eventVersion: '1.11',
    userIdentity: userIdentity(event),
    eventTime: iso(time),
    eventSource: eventSource(event),
    eventName: operation,
    awsRegion: region,
    sourceIPAddress: '127.0.0.1',
    userAgent: `${service}.emulated`,
    ...(error && { errorCode: error.code, errorMessage: error.message }),
    requestParameters: parametersOf(event.input),
    responseElements: null,
    eventID: eventId(event),
    readOnly: isReadOnly(event),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  };
}

/** The same for an event whenever it is asked for. */
export const eventId = ({ serial }: ManagementEvent): string => newUuid(idSequence(serial));

export const eventSource = ({ service }: ManagementEvent): string => `${service}.amazonaws.com`;

/** Reads are told by their names; what only makes keys, sessions or reports counts as one. */
export const isReadOnly = ({ operation }: ManagementEvent): boolean =>
  /^(Assume|BatchGet|Decode|Decrypt|Describe|Encrypt|Generate|Get|Head|List|Lookup|Search|Simulate|Validate)/.test(
    operation,
  );

/** The name of a user, or of the session of a role. */
export function userName({ caller: { arn } }: ManagementEvent): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

function userIdentity(event: ManagementEvent) {
  const { account, arn, userId, principal } = event.caller;
  const common = { principalId: userId, arn, accountId: account, accessKeyId: event.accessKey };
  if (arn.endsWith(':root')) return { type: 'Root', ...common };
  if (!arn.includes(':assumed-role/')) return { type: 'IAMUser', ...common, userName: userName(event) };
  const [issuerId] = userId.split(':');
  const issuer = { principalId: issuerId, arn: principal, accountId: account, userName: principal.split('/').at(-1) };
  return { type: 'AssumedRole', ...common, sessionContext: { sessionIssuer: { type: 'Role', ...issuer } } };
}

/** What was sent, under names that begin small as CloudTrail writes them. */
function parametersOf(input: object): Readonly<Record<string, unknown>> | null {
  const members = Object.entries(input).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]);
  return members.length === 0 ? null : Object.fromEntries(members);
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
