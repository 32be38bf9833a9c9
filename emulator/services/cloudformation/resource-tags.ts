import type { Json } from '../../toolkit/untyped';
import type { Ask } from './resource-type';

type TagList = readonly { readonly Key: string; readonly Value: string }[];

/** The tags of a stack with those that a template gives the resource itself, which win. */
export function tagList(stack: Readonly<Record<string, string>>, own: readonly Json[] = []): TagList {
  const all: Record<string, string> = { ...stack };
  for (const { Key, Value } of own) all[Key] = Value;
  return Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
}

/** Changes the tags of a resource of SageMaker, where there is something to change. */
export async function changeTags(ask: Ask, ResourceArn: string, before: TagList, after: TagList): Promise<void> {
  const gone = before.map(({ Key }) => Key).filter((key) => !after.some(({ Key }) => Key === key));
  const fresh = after.filter(({ Key, Value }) => !before.some((old) => old.Key === Key && old.Value === Value));
  if (gone.length > 0) await ask('DeleteTags', { ResourceArn, TagKeys: gone });
  if (fresh.length > 0) await ask('AddTags', { ResourceArn, Tags: fresh });
}
