import { isObject } from '../../toolkit/json';
import { type ApiCall, type ApiRoutes, listed, parse, type Sent } from '../api/call';
import { malformed } from '../api/errors';
import { type Reference, type Resource, referencesOf, referTo } from '../records';
import type { HcpWorld } from '../world';

/** The tags of projects and workspaces, by themselves. */
export const tagBindingRoutes = (world: HcpWorld): ApiRoutes => ({
  ...routesOf(world, '/projects/:owner', ({ actor, params }, right) => world.project(params.owner, actor, right)),
  ...routesOf(world, '/workspaces/:owner', ({ actor, params }, right) => world.workspace(params.owner, actor, right)),
});

const routesOf = (
  world: HcpWorld,
  path: string,
  find: (call: ApiCall, right: 'read' | 'admin') => Resource,
): ApiRoutes => {
  const tagsOf = (owner: Resource, which: 'tag-bindings' | 'effective-tag-bindings') =>
    referencesOf(owner, which).map(({ id }) => world.find(which, id));
  return {
    [`GET ${path}/tag-bindings`]: (call) => listed(tagsOf(find(call, 'read'), 'tag-bindings')),
    [`GET ${path}/effective-tag-bindings`]: (call) => listed(tagsOf(find(call, 'read'), 'effective-tag-bindings')),
    [`PATCH ${path}/tag-bindings`]: (call) => {
      const owner = find(call, 'admin');
      addTags(world, owner, parse(call.body));
      return listed(tagsOf(owner, 'tag-bindings'));
    },
  };
};

/** Replaces the tags of a workspace or project by those that were sent with it; leaves them where none were sent. */
export function replaceTags(world: HcpWorld, owner: Resource, sent: Sent): void {
  const tags = sent.relations['tag-bindings'];
  if (tags !== undefined) setTags(world, owner, tags.data);
}

/** Adds or changes tags by their keys, from the body of a request. */
function addTags(world: HcpWorld, owner: Resource, body: { readonly data?: unknown }): void {
  const kept = referencesOf(owner, 'tag-bindings').map(({ id }) => world.find('tag-bindings', id).attributes);
  const added = readTags(body.data);
  const others = kept.filter(({ key }) => !added.some((tag) => tag.key === key));
  keep(world, owner, [...others, ...added] as readonly Tag[]);
}

const setTags = (world: HcpWorld, owner: Resource, data: unknown): void => keep(world, owner, readTags(data));

interface Tag {
  readonly key: string;
  readonly value: string;
}

function keep(world: HcpWorld, owner: Resource, tags: readonly Tag[]): void {
  for (const name of ['tag-bindings', 'effective-tag-bindings'] as const) {
    for (const old of referencesOf(owner, name)) world.records.delete(old);
    const made = tags.map(
      (tag): Reference => referTo(world.add(name, name === 'tag-bindings' ? 'tb' : 'etb', { ...tag }, {})),
    );
    owner.relations[name] = made;
  }
}

function readTags(data: unknown): readonly Tag[] {
  if (data === undefined || data === null) return [];
  if (!Array.isArray(data)) throw malformed('tag bindings must be a list');
  return data.map((each) => {
    const { key, value = '' } = isObject(each) && isObject(each.attributes) ? each.attributes : {};
    if (typeof key !== 'string' || typeof value !== 'string' || !/^[\w .:=+@-]{1,128}$/.test(key))
      throw malformed('a tag binding must have a key of 128 letters, digits or signs at most');
    return { key, value };
  });
}
