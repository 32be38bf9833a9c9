import { type Actor, mayManage, rightsIn, rightsInProject } from '../actors';
import {
  type ApiCall,
  type ApiRoutes,
  created,
  listed,
  noContent,
  ok,
  referencesSent,
  relationSent,
  sentOf,
} from '../api/call';
import { invalid, notFound } from '../api/errors';
import { boolean, type Form, matching, orNull, readAttributes, text } from '../api/forms';
import { type Attributes, type Resource, referencesOf, refersTo, referTo } from '../records';
import type { HcpWorld } from '../world';

const form: Form = {
  name: matching(/^.{1,90}$/s, 'must have 1 to 90 characters'),
  description: orNull(text),
  global: boolean,
  priority: boolean,
};

/** Sets of variables for workspaces and projects. Source: HCP Terraform docs, "Variable Sets API". */
export const variableSetRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  const readable = ({ actor, params }: ApiCall) => find(world, actor, params.varset, mayReadSet);
  const writable = ({ actor, params }: ApiCall) => find(world, actor, params.varset, mayWriteSet);
  const attach = (relation: 'workspaces' | 'projects'): ApiRoutes => ({
    [`POST /varsets/:varset/relationships/${relation}`]: (call) => {
      const set = writable(call);
      if (set.attributes.global) throw invalid('global', 'A global variable set is applied everywhere already');
      const sent = referencesSent(call, relation);
      for (const { id } of sent) world.find(relation, id);
      const kept = referencesOf(set, relation).filter(({ id }) => !sent.some((each) => each.id === id));
      set.relations[relation] = [...kept, ...sent];
      return noContent;
    },
    [`DELETE /varsets/:varset/relationships/${relation}`]: (call) => {
      const set = writable(call);
      const sent = referencesSent(call, relation);
      set.relations[relation] = referencesOf(set, relation).filter(({ id }) => !sent.some((each) => each.id === id));
      return noContent;
    },
  });
  return {
    'GET /organizations/:organization/varsets': ({ actor, params, query }) => {
      world.checkOrganization(params.organization, actor);
      const search = query.get('q')?.toLowerCase() ?? '';
      return listed(
        records
          .list('varsets')
          .filter((set) => mayReadSet(world, actor, set) && set.attributes.name.toLowerCase().includes(search)),
      );
    },
    'POST /organizations/:organization/varsets': (call) => created(create(world, call)),
    'GET /workspaces/:workspace/varsets': ({ actor, params }) =>
      listed(setsFor(world, world.workspace(params.workspace, actor, 'read variables'))),
    'GET /projects/:project/varsets': ({ actor, params }) => {
      const { id } = world.project(params.project, actor, 'read');
      return listed(records.list('varsets').filter((set) => refersTo(set, 'projects', id)));
    },
    'GET /varsets/:varset': (call) => ok(readable(call)),
    'PATCH /varsets/:varset': (call) => {
      const set = writable(call);
      const attributes = readAttributes('varsets', form, sentOf(call, 'varsets').attributes);
      checkName(world, attributes.name, set);
      change(set, attributes);
      return ok(set);
    },
    'DELETE /varsets/:varset': (call) => {
      const set = writable(call);
      for (const variable of records.list('vars')) if (refersTo(variable, 'varset', set.id)) records.delete(variable);
      records.delete(set);
      return noContent;
    },
    ...attach('workspaces'),
    ...attach('projects'),
  };
};

/** The sets whose variables a workspace gets. */
export const setsFor = ({ records }: HcpWorld, workspace: Resource<'workspaces'>): readonly Resource<'varsets'>[] => {
  const [project] = referencesOf(workspace, 'project');
  return records
    .list('varsets')
    .filter(
      (set) =>
        set.attributes.global ||
        refersTo(set, 'workspaces', workspace.id) ||
        (project !== undefined && refersTo(set, 'projects', project.id)),
    );
};

/** Whether somebody sees a set: whoever reads variables somewhere that it is applied, or manages workspaces. */
export const mayReadSet = (world: HcpWorld, actor: Actor, set: Resource<'varsets'>): boolean =>
  mayWriteSet(world, actor, set) ||
  world.records
    .list('workspaces')
    .some(
      (workspace) =>
        setsFor(world, workspace).includes(set) && rightsIn(world.records, actor, workspace).has('read variables'),
    );

/** A set of a project is changed by whoever administers the project, another by whoever manages workspaces. */
export function mayWriteSet({ records }: HcpWorld, actor: Actor, set: Pick<Resource, 'relations'>): boolean {
  const [parent] = referencesOf(set, 'parent');
  const project = parent?.type === 'projects' ? records.tryFind('projects', parent.id) : undefined;
  return (
    mayManage(records, actor, 'manage-workspaces') ||
    (project !== undefined && rightsInProject(records, actor, project).has('admin'))
  );
}

function find(
  world: HcpWorld,
  actor: Actor,
  id: string | undefined,
  may: (world: HcpWorld, actor: Actor, set: Resource<'varsets'>) => boolean,
): Resource<'varsets'> {
  const set = world.find('varsets', id);
  if (!may(world, actor, set)) throw notFound();
  return set;
}

function create(world: HcpWorld, call: ApiCall): Resource<'varsets'> {
  world.checkOrganization(call.params.organization, call.actor);
  const sent = sentOf(call, 'varsets');
  const attributes = readAttributes('varsets', form, sent.attributes);
  if (attributes.name === undefined) throw invalid('name', "can't be blank");
  checkName(world, attributes.name);
  const [parent] = relationSent(sent, 'parent', 'projects') ?? [];
  const relations = {
    organization: world.ofOrganization(),
    parent: parent ? referTo(world.find('projects', parent.id)) : world.ofOrganization(),
    workspaces: relationSent(sent, 'workspaces', 'workspaces') ?? [],
    projects: relationSent(sent, 'projects', 'projects') ?? [],
    vars: [],
    stacks: [],
  };
  if (!mayWriteSet(world, call.actor, { relations })) throw notFound();
  if (parent && attributes.global === true) throw invalid('global', 'must be false for a variable set of a project');
  const blank = { description: '', global: false, priority: false };
  const set: Resource<'varsets'> = world.add(
    'varsets',
    'varset',
    { ...blank, 'created-at': world.clock.iso() } as unknown as Resource<'varsets'>['attributes'],
    relations,
  );
  change(set, attributes);
  return set;
}

/** A set that becomes global leaves the workspaces and projects that it was applied to one by one. */
function change(set: Resource<'varsets'>, attributes: Attributes): void {
  Object.assign(set.attributes, attributes);
  if (!set.attributes.global) return;
  set.relations.workspaces = [];
  set.relations.projects = [];
}

function checkName({ records }: HcpWorld, name: unknown, self?: Resource): void {
  if (records.list('varsets').some((set) => set.id !== self?.id && set.attributes.name === name))
    throw invalid('name', 'has already been taken');
}
