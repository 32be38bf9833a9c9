import { type ApiCall, type ApiRoutes, created, listed, noContent, ok, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { boolean, type Form, matching, oneOf, orNull, readAttributes, text } from '../api/forms';
import { type Attributes, type Resource, refersTo } from '../records';
import type { HcpWorld } from '../world';
import { mayReadSet, mayWriteSet } from './variable-sets';

const form: Form = {
  key: matching(/^[^\s=]{1,256}$/, 'must have 256 characters at most, no space and no "="'),
  value: orNull(text),
  description: orNull(text),
  category: oneOf('terraform', 'env', 'policy-set'),
  hcl: boolean,
  sensitive: boolean,
};

/** What variables belong to: where they are, and who may read and write them there. */
interface Home {
  readonly path: string;
  /** Name of the relation by which a variable knows it. */
  readonly relation: 'configurable' | 'varset';
  readonly find: (call: ApiCall, right: 'read variables' | 'write variables') => Resource;
}

/** Variables of workspaces and of variable sets, and of the older endpoint `vars`, which the provider does not use. */
export const variableRoutes = (world: HcpWorld): ApiRoutes => ({
  ...routesOf(world, {
    path: '/workspaces/:owner/vars',
    relation: 'configurable',
    find: ({ actor, params }, right) => world.workspace(params.owner, actor, right),
  }),
  ...routesOf(world, {
    path: '/varsets/:owner/relationships/vars',
    relation: 'varset',
    find: ({ actor, params }, right) => {
      const set = world.find('varsets', params.owner);
      if (!(right === 'read variables' ? mayReadSet : mayWriteSet)(world, actor, set)) throw notFound();
      return set;
    },
  }),
});

function routesOf(world: HcpWorld, { path, relation, find }: Home): ApiRoutes {
  const { records } = world;
  const of = (owner: Resource) => records.list('vars').filter((each) => refersTo(each, relation, owner.id));
  const one = (call: ApiCall, right: 'read variables' | 'write variables') => {
    const found = of(find(call, right)).find(({ id }) => id === call.params.variable);
    if (!found) throw notFound();
    return found;
  };
  const checkKey = (owner: Resource, attributes: Attributes, self?: Resource<'vars'>): void => {
    const next = { ...self?.attributes, ...attributes };
    if (
      of(owner).some(
        ({ id, attributes: { key, category } }) => id !== self?.id && key === next.key && category === next.category,
      )
    )
      throw invalid('key', 'has already been taken');
    if (next.category === 'env' && next.hcl === true)
      throw invalid('hcl', 'cannot be true for an environment variable');
  };
  return {
    [`GET ${path}`]: (call) => listed(of(find(call, 'read variables'))),
    [`POST ${path}`]: (call) => {
      const owner = find(call, 'write variables');
      const sent = readAttributes('vars', form, sentOf(call, 'vars').attributes);
      for (const name of ['key', 'category']) if (sent[name] === undefined) throw invalid(name, "can't be blank");
      checkKey(owner, sent);
      const variable: Resource<'vars'> = world.add(
        'vars',
        'var',
        { ...blank, ...sent, 'created-at': world.clock.iso() } as unknown as Resource<'vars'>['attributes'],
        { [relation]: { type: owner.type, id: owner.id } },
      );
      hide(world, variable, sent.value);
      return created(variable);
    },
    [`GET ${path}/:variable`]: (call) => ok(one(call, 'read variables')),
    [`PATCH ${path}/:variable`]: (call) => {
      const variable = one(call, 'write variables');
      const sent = readAttributes('vars', form, sentOf(call, 'vars').attributes);
      if (variable.attributes.sensitive && sent.sensitive === false)
        throw invalid('sensitive', 'A sensitive variable cannot be made readable');
      checkKey(find(call, 'write variables'), sent, variable);
      Object.assign(variable.attributes, sent);
      hide(world, variable, sent.value);
      return ok(variable);
    },
    [`DELETE ${path}/:variable`]: (call) => {
      const variable = one(call, 'write variables');
      records.delete(variable);
      world.secrets.delete(variable.id);
      return noContent;
    },
  };
}

const blank = { value: '', description: null, hcl: false, sensitive: false, 'version-id': '' };

/** The value of a sensitive variable is kept where no answer finds it. */
function hide({ secrets }: HcpWorld, { id, attributes }: Resource<'vars'>, sent: unknown): void {
  if (!attributes.sensitive) return;
  if (sent !== undefined || !secrets.has(id)) secrets.set(id, attributes.value ?? '');
  attributes.value = null;
}
