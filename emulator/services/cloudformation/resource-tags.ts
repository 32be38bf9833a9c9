import type { SageMaker } from '@aws-sdk/client-sagemaker';
import { isObject } from '../../toolkit/json';
import { tagList, tagMap } from '../../toolkit/tags';
import { invalid } from './errors';
import type { Ask, Desired } from './resource-type';

/** The tags of a stack with those that a template gives the resource itself, which win. */
export function tagsOf({ tags, properties: { Tags = [] } }: Desired): ReadonlyMap<string, string> {
  if (!Array.isArray(Tags) || !Tags.every(isObject)) throw invalid('#/Tags: expected type: JSONArray of JSONObject');
  return new Map([...tags, ...tagMap(Tags.map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) })))]);
}

/** Changes the tags of a resource of SageMaker, where there is something to change. */
export async function changeTags(
  ask: Ask<SageMaker>,
  ResourceArn: string | undefined,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<void> {
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const fresh = tagList(after).filter(({ Key, Value }) => before.get(Key) !== Value);
  if (gone.length > 0) await ask('DeleteTags', { ResourceArn, TagKeys: gone });
  if (fresh.length > 0) await ask('AddTags', { ResourceArn, Tags: fresh });
}
