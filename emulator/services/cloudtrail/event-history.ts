import type { Event, LookupAttributeKey } from '@aws-sdk/client-cloudtrail';
import type { ManagementEvent } from '../../event-record';
import { AwsError, notImplemented } from '../../toolkit/errors';
import { type Paging, page } from '../../toolkit/pages';
import type { World } from '../../world';
import type { CloudTrailCall, CloudTrailOperations, Input, Shape } from './api';
import { eventDocument, eventId, eventSource, isReadOnly, userName } from './event-document';

const ninetyDays = 90 * 24 * 60 * 60;

/** The event history of an account and region: who called what in the last 90 days, newest first. Insights are never found here. */
export const eventHistoryOperations = (world: Pick<World, 'events' | 'clock'>): CloudTrailOperations => ({
  LookupEvents: (call) => lookUp(world, call),
});

function lookUp(world: Pick<World, 'events' | 'clock'>, { account, region, input }: CloudTrailCall<'LookupEvents'>) {
  const { StartTime: start = world.clock.seconds() - ninetyDays, EndTime: end = Number.POSITIVE_INFINITY } = input;
  if (start > end) throw new AwsError('InvalidTimeRangeException', 'The start time is after the end time.');
  const earliest = Math.max(start, world.clock.seconds() - ninetyDays);
  const matches = matcherOf(input.LookupAttributes);
  const found = isManagement(input.EventCategory)
    ? world.events
        .of(account)
        .filter((event) => event.region === region && event.time >= earliest && event.time <= end && matches(event))
        .toReversed()
    : [];
  const { items, next } = page(found, { size: input.MaxResults, token: input.NextToken }, paging);
  return { Events: items.map(output), NextToken: next };
}

/** Source: CloudTrail API Reference, LookupEvents. */
const paging: Paging = {
  usual: 50,
  most: 50,
  refuseSize: () => new AwsError('InvalidMaxResultsException', 'MaxResults must be between 1 and 50.'),
  refuseToken: () => new AwsError('InvalidNextTokenException', 'The next token is invalid.'),
};

function isManagement(category: Input<'LookupEvents'>['EventCategory']): boolean {
  if (category === undefined) return true;
  if (category === 'insight') return false;
  throw new AwsError(
    'InvalidEventCategoryException',
    `'${category}' is no category of events: insight is the only one.`,
  );
}

/** What an event is looked up by; which resources a call was about is not recorded. */
const values: Readonly<Record<LookupAttributeKey, ((event: ManagementEvent) => string) | undefined>> = {
  AccessKeyId: ({ accessKey }) => accessKey,
  EventId: eventId,
  EventName: ({ operation }) => operation,
  EventSource: eventSource,
  ReadOnly: (event) => String(isReadOnly(event)),
  Username: userName,
  ResourceName: undefined,
  ResourceType: undefined,
};

function matcherOf(attributes: Input<'LookupEvents'>['LookupAttributes'] = []): (event: ManagementEvent) => boolean {
  const [attribute, ...others] = attributes;
  if (attribute === undefined) return () => true;
  const { AttributeKey: key = '', AttributeValue: value } = attribute;
  // "Currently the list can contain only one item." (CloudTrail API Reference, LookupEvents)
  if (others.length > 0) throw invalidAttributes('There is more than one lookup attribute.');
  if (!Object.hasOwn(values, key)) throw invalidAttributes(`'${key}' is no lookup attribute.`);
  const read = values[key as LookupAttributeKey];
  if (read === undefined) throw notImplemented('cloudtrail', `LookupEvents by ${key}`);
  return (event) => read(event) === value;
}

const invalidAttributes = (message: string): AwsError => new AwsError('InvalidLookupAttributesException', message);

const output = (event: ManagementEvent): Shape<Event> => ({
  EventId: eventId(event),
  EventName: event.operation,
  ReadOnly: String(isReadOnly(event)),
  AccessKeyId: event.accessKey,
  EventTime: event.time,
  EventSource: eventSource(event),
  Username: userName(event),
  Resources: [],
  CloudTrailEvent: JSON.stringify(eventDocument(event)),
});
