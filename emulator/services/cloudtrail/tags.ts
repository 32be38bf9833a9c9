import { AwsError } from '../../toolkit/errors';
import { putTags, removeTags, tagList, tagMap } from '../../toolkit/tags';
import type { CloudTrailOperations } from './api';
import type { Trails } from './state';

const mostTags = 50;

/** The tags of trails, which CloudTrail knows by ARN only. */
export const tagOperations = (trails: Trails): CloudTrailOperations => ({
  AddTags: (call) =>
    putTags(
      trails.findToChange(call, checkedArn(call.input.ResourceId)).tags,
      tagMap(call.input.TagsList),
      checkNumber,
    ),
  RemoveTags: (call) =>
    removeTags(trails.findToChange(call, checkedArn(call.input.ResourceId)).tags, [
      ...tagMap(call.input.TagsList).keys(),
    ]),
  ListTags: (call) => ({
    ResourceTagList: call.input.ResourceIdList?.map((id) => ({
      ResourceId: id,
      TagsList: tagList(trails.find(call, checkedArn(id)).tags),
    })),
  }),
});

function checkNumber({ size }: ReadonlyMap<string, string>): void {
  if (size > mostTags) throw new AwsError('TagsLimitExceededException', `A trail has at most ${mostTags} tags.`);
}

function checkedArn(id: string | undefined): string {
  if (id !== undefined && /^arn:aws:cloudtrail:[\w-]+:\d{12}:trail\/.+$/.test(id)) return id;
  throw new AwsError('CloudTrailARNInvalidException', `${id} is not the ARN of a trail.`);
}
