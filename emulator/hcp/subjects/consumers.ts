import { type ApiCall, type ApiRoutes, listed, noContent, referencesSent } from '../api/call';
import { invalid, notFound } from '../api/errors';
import { type Reference, referencesOf, refersTo } from '../records';
import type { HcpWorld } from '../world';

const path = '/workspaces/:workspace/relationships/remote-state-consumers';

/** Workspaces whose runs may read the state of another one. Source: HCP Terraform docs, "Workspaces API", remote state consumers. */
export const consumerRoutes = (world: HcpWorld): ApiRoutes => {
  const change = (
    call: ApiCall,
    next: (present: readonly Reference[], sent: readonly Reference[]) => readonly Reference[],
  ) => {
    const { actor, params } = call;
    const workspace = world.workspace(params.workspace, actor, 'admin');
    const sent = referencesSent(call, 'workspaces');
    for (const { id } of sent) {
      if (id === workspace.id) throw invalid('base', 'A workspace cannot be a remote state consumer of itself');
      if (!world.records.tryFind('workspaces', id)) throw notFound();
    }
    workspace.relations['remote-state-consumers'] = next(referencesOf(workspace, 'remote-state-consumers'), sent);
    return noContent;
  };
  const without = (some: readonly Reference[], others: readonly Reference[]) =>
    some.filter(({ id }) => !others.some((other) => other.id === id));
  return {
    [`GET ${path}`]: ({ actor, params }) => {
      const workspace = world.workspace(params.workspace, actor, 'read');
      const consumers = world.records
        .list('workspaces')
        .filter(({ id }) => refersTo(workspace, 'remote-state-consumers', id));
      return listed(consumers);
    },
    [`POST ${path}`]: (call) => change(call, (present, sent) => [...without(present, sent), ...sent]),
    [`PATCH ${path}`]: (call) => change(call, (_, sent) => sent),
    [`DELETE ${path}`]: (call) => change(call, without),
  };
};
