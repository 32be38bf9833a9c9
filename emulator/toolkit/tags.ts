/** The tags of a resource, in the order in which they were set. */
export type Tags = Map<string, string>;

/** Tags of a list of `{ Key, Value }`, which is how most services write them. */
export const tagMap = (
  list: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] = [],
): Tags => new Map(list.map(({ Key = '', Value = '' }) => [Key, Value]));

/** Tags as a list of `{ Key, Value }`. */
export const tagList = (tags: ReadonlyMap<string, string>): { readonly Key: string; readonly Value: string }[] =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));

/** Tags as a list of `{ key, value }`, as Bedrock and some others write them. */
export const smallTagList = (tags: ReadonlyMap<string, string>): { readonly key: string; readonly value: string }[] =>
  [...tags].map(([key, value]) => ({ key, value }));

/** Tags of an object with the keys as members, as REST services such as Macie and GuardDuty write them. */
export const tagsOfRecord = (record: Readonly<Record<string, string>> = {}): Tags => new Map(Object.entries(record));

/** Tags as an object with the keys as members. */
export const tagRecord = (tags: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries(tags);

/** Sets tags beside those that are there, and answers nothing; `check` sees what would be the result. */
export function putTags(
  tags: Tags,
  added: ReadonlyMap<string, string>,
  check: (result: ReadonlyMap<string, string>) => void = () => undefined,
): Record<never, never> {
  check(new Map([...tags, ...added]));
  for (const [key, value] of added) tags.set(key, value);
  return {};
}

/** Removes tags by their keys, and answers nothing. */
export function removeTags(tags: Tags, keys: readonly string[] = []): Record<never, never> {
  for (const key of keys) tags.delete(key);
  return {};
}
