import type { Call, Json, Route } from '../../toolkit/untyped';
import { badRequest, invalidInput } from './errors';
import { route } from './routes';
import type { GuardDutyState } from './state';

/** Tags of detectors, filters and publishing destinations, by ARN. */
export function tagRoutes(state: GuardDutyState): Route[] {
  return [
    route('GET', '/tags/:resourceArn', 'ListTagsForResource', (call) => ({ tags: findTagged(state, call).tags })),
    route('POST', '/tags/:resourceArn', 'TagResource', (call) => {
      const resource = findTagged(state, call);
      resource.tags = checkTags({ ...resource.tags, ...call.input.tags });
      return {};
    }),
    route('DELETE', '/tags/:resourceArn', 'UntagResource', (call) => {
      const resource = findTagged(state, call);
      const removed: unknown[] = [call.input.tagKeys].flat();
      resource.tags = Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !removed.includes(key)));
      return {};
    }),
  ];
}

/** The tags of a request as they are stored: 50 of them at most, none in the namespace of AWS. */
export function checkTags(tags: Json): Record<string, string> {
  const entries = Object.entries(tags);
  if (entries.length > 50 || entries.some(([key]) => key.toLowerCase().startsWith('aws:'))) throw invalidInput();
  return tags;
}

function findTagged(state: GuardDutyState, { account, region, input }: Call): { tags: Record<string, string> } {
  const [, , service, arnRegion, arnAccount, path = ''] = String(input.resourceArn).split(':');
  const [, detectorId, kind, ...rest] = path.split('/');
  const detector = state.detectors.get(account, region);
  const own = service === 'guardduty' && arnRegion === region && arnAccount === account && detector?.id === detectorId;
  if (!own || detector === undefined) throw notFound();
  if (kind === undefined) return detector;
  const parts = { filter: detector.filters, publishingDestination: detector.destinations };
  const part = Object.hasOwn(parts, kind) ? parts[kind as keyof typeof parts].get(rest.join('/')) : undefined;
  if (part === undefined) throw notFound();
  return part as Json & { tags: Record<string, string> };
}

const notFound = () => badRequest('The request is rejected since no such resource found.');
