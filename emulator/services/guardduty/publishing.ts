import type { Call, Json, Route } from '../../toolkit/untyped';
import { checkDestination } from './destination';
import { badRequest, invalidInput } from './errors';
import { page, route } from './routes';
import type { Detector, GuardDutyState } from './state';
import { checkTags } from './tags';

/** Publishing destinations: the buckets that findings are exported to, each tried out when it is set. */
export function publishingRoutes(state: GuardDutyState): Route[] {
  const destinations = '/detector/:detectorId/publishingDestination';
  return [
    route('POST', destinations, 'CreatePublishingDestination', async (call) => {
      const detector = state.findDetector(call);
      const { destinationType, destinationProperties, tags = {} } = call.input;
      if (destinationType !== 'S3' || destinationProperties === undefined) throw invalidInput();
      await checkDestination(state.world.moto, detector, destinationProperties);
      const destinationId = state.world.newId(32);
      const destination = {
        destinationId,
        destinationType,
        destinationProperties,
        tags: checkTags(tags),
        ...publishing,
      };
      detector.destinations.set(destinationId, destination);
      return { destinationId };
    }),
    route('GET', destinations, 'ListPublishingDestinations', (call) => {
      const listed = [...state.findDetector(call).destinations.values()];
      return page('destinations', listed.map(summary), call.input);
    }),
    route('GET', `${destinations}/:destinationId`, 'DescribePublishingDestination', (call) =>
      findDestination(state.findDetector(call), call),
    ),
    route('POST', `${destinations}/:destinationId`, 'UpdatePublishingDestination', async (call) => {
      const detector = state.findDetector(call);
      const destination = findDestination(detector, call);
      const destinationProperties = { ...destination.destinationProperties, ...call.input.destinationProperties };
      await checkDestination(state.world.moto, detector, destinationProperties);
      detector.destinations.set(destination.destinationId, { ...destination, destinationProperties });
      return {};
    }),
    route('DELETE', `${destinations}/:destinationId`, 'DeletePublishingDestination', (call) => {
      const detector = state.findDetector(call);
      detector.destinations.delete(findDestination(detector, call).destinationId);
      return {};
    }),
  ];
}

/** A destination that passed its test write. */
const publishing = { status: 'PUBLISHING', publishingFailureStartTimestamp: 0 };

function findDestination({ destinations }: Detector, { input }: Call): Json {
  const destination = destinations.get(input.destinationId);
  if (destination === undefined) {
    throw badRequest('The request is rejected because the one or more input parameters have invalid values.');
  }
  return destination;
}

function summary({ destinationId, destinationType, status }: Json): Json {
  return { destinationId, destinationType, status };
}
