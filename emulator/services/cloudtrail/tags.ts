import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import type { Trails } from './state';

const MAX_TAGS = 50;

/** The tags of trails, which CloudTrail knows by ARN only. */
export function tagOperations(trails: Trails): Record<string, Handler> {
  return {
    AddTags: (call) => {
      const trail = trails.findToChange(call, arnOf(call.input.ResourceId));
      const added = new Map([...trail.tags, ...call.input.TagsList].map((tag: Json) => [tag.Key, tag]));
      if (added.size > MAX_TAGS) {
        throw new AwsError('TagsLimitExceededException', `A trail has at most ${MAX_TAGS} tags.`);
      }
      trail.tags = [...added.values()];
      return {};
    },
    RemoveTags: (call) => {
      const trail = trails.findToChange(call, arnOf(call.input.ResourceId));
      const removed = call.input.TagsList.map(({ Key }: Json) => Key);
      trail.tags = trail.tags.filter(({ Key }) => !removed.includes(Key));
      return {};
    },
    ListTags: (call) => ({
      ResourceTagList: call.input.ResourceIdList.map((id: string) => ({
        ResourceId: id,
        TagsList: trails.find(call, arnOf(id)).tags,
      })),
    }),
  };
}

function arnOf(id: string): string {
  if (/^arn:aws:cloudtrail:[\w-]+:\d{12}:trail\/.+$/.test(id)) return id;
  throw new AwsError('CloudTrailARNInvalidException', `${id} is not the ARN of a trail.`);
}
