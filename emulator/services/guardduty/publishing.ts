import { tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { GuardDutyCall, GuardDutyOperations } from './api';
import { checkDestination } from './destination';
import { badRequest, invalidInput } from './errors';
import { pageOf } from './lists';
import type { Destination, Detector, GuardDutyState } from './state';
import { checkTags } from './tags';

/** Publishing destinations: the buckets that findings are exported to, each tried out when it is set. */
export const publishingOperations = (state: GuardDutyState): GuardDutyOperations => ({
  CreatePublishingDestination: (call) => create(state, call),
  ListPublishingDestinations: (call) => {
    const { items, token } = pageOf([...state.findDetector(call).destinations.values()], call.input);
    return { destinations: items.map(summary), ...token };
  },
  DescribePublishingDestination: (call) => {
    const destination = find(state.findDetector(call), call.input.destinationId);
    return {
      ...summary(destination),
      publishingFailureStartTimestamp: 0,
      destinationProperties: destination.properties,
      tags: tagRecord(destination.tags),
    };
  },
  UpdatePublishingDestination: async (call) => {
    const detector = state.findDetector(call);
    const destination = find(detector, call.input.destinationId);
    const properties = { ...destination.properties, ...call.input.destinationProperties };
    await checkDestination(state.world.moto, detector, properties);
    destination.properties = properties;
    return {};
  },
  DeletePublishingDestination: (call) => {
    const { destinations } = state.findDetector(call);
    destinations.delete(find({ destinations }, call.input.destinationId).id);
    return {};
  },
});

async function create(state: GuardDutyState, call: GuardDutyCall<'CreatePublishingDestination'>) {
  const detector = state.findDetector(call);
  const { destinationType: type, destinationProperties: properties } = call.input;
  if (type !== 'S3' || properties === undefined) throw invalidInput();
  await checkDestination(state.world.moto, detector, properties);
  const id = state.world.newId(32);
  const tags = tagsOfRecord(call.input.tags);
  checkTags(tags);
  detector.destinations.set(id, { id, type, properties, tags });
  return { destinationId: id };
}

function find({ destinations }: Pick<Detector, 'destinations'>, id = ''): Destination {
  const destination = destinations.get(id);
  if (destination === undefined)
    throw badRequest('The request is rejected because the one or more input parameters have invalid values.');
  return destination;
}

/** A destination is listed once it has passed its test write, so that it publishes. */
const summary = ({ id, type }: Destination) => ({
  destinationId: id,
  destinationType: type,
  status: 'PUBLISHING' as const,
});
