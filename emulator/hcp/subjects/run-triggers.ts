import { type ApiRoutes, created, listed, noContent, ok, requiredRelation, sentOf } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { refersTo, referTo } from '../records';
import type { HcpWorld } from '../world';

/** "You can connect each workspace to up to 20 source workspaces" (HCP Terraform docs, "Run Triggers"). */
const mostSources = 20;

/** Which applies start runs elsewhere. */
export const runTriggerRoutes = (world: HcpWorld): ApiRoutes => {
  const { records } = world;
  return {
    'GET /workspaces/:workspace/run-triggers': ({ actor, params, query }) => {
      const workspace = world.workspace(params.workspace, actor, 'read runs');
      const direction = query.get('filter[run-trigger][type]');
      if (direction !== 'inbound' && direction !== 'outbound')
        throw invalid('filter', 'filter[run-trigger][type] must be inbound or outbound');
      const side = direction === 'inbound' ? 'workspace' : 'sourceable';
      return listed(records.list('run-triggers').filter((trigger) => refersTo(trigger, side, workspace.id)));
    },
    'POST /workspaces/:workspace/run-triggers': (call) => {
      const workspace = world.workspace(call.params.workspace, call.actor, 'admin');
      const { id } = requiredRelation(sentOf(call, 'run-triggers'), 'sourceable', 'workspaces');
      const source = world.workspace(id, call.actor, 'read runs');
      if (source.id === workspace.id) throw invalid('sourceable', 'A workspace cannot trigger itself');
      const present = records.list('run-triggers').filter((trigger) => refersTo(trigger, 'workspace', workspace.id));
      if (present.some((trigger) => refersTo(trigger, 'sourceable', source.id)))
        throw invalid('sourceable', 'has already been taken');
      if (present.length >= mostSources)
        throw invalid('base', `A workspace can have up to ${mostSources} source workspaces`);
      const trigger = world.add(
        'run-triggers',
        'rt',
        {
          'workspace-name': workspace.attributes.name,
          'sourceable-name': source.attributes.name,
          'created-at': world.clock.iso(),
        },
        { workspace: referTo(workspace), sourceable: referTo(source) },
      );
      return created(trigger);
    },
    'GET /run-triggers/:trigger': ({ actor, params }) =>
      ok(world.ofWorkspace('run-triggers', params.trigger, actor, 'read runs').found),
    'DELETE /run-triggers/:trigger': ({ actor, params }) => {
      const { found } = world.ofWorkspace('run-triggers', params.trigger, actor, 'admin');
      if (!records.tryFind('run-triggers', found.id)) throw notFound();
      records.delete(found);
      return noContent;
    },
  };
};
