import { type Resource, referencesOf, refersTo, related } from '../records';
import type { HcpWorld } from '../world';
import { createRun } from './create-run';

/**
 * An apply starts a run in each workspace that has the applied one as a source, with the configuration that it used last. It applies by
 * itself only where the workspace says so of triggered runs. Source: HCP Terraform docs, "Run Triggers".
 */
export function startTriggered(world: HcpWorld, source: Resource<'runs'>): void {
  if (source.attributes.status !== 'applied') return;
  const from = related(world.records, source, 'workspace', 'workspaces');
  if (!from) return;
  for (const trigger of world.records.list('run-triggers')) {
    if (!refersTo(trigger, 'sourceable', from.id)) continue;
    const workspace = related(world.records, trigger, 'workspace', 'workspaces');
    const version = workspace && tryVersion(world, workspace);
    if (!workspace || !version) continue;
    const sent = {
      message: `Triggered automatically from run ${source.id} in workspace ${from.attributes.name}`,
      'auto-apply': workspace.attributes['auto-apply-run-trigger'],
      source: 'tfe-run-trigger',
      'trigger-reason': 'run-trigger',
    };
    createRun(world, { workspace, version, actor: undefined, sent });
  }
}

const tryVersion = (world: HcpWorld, workspace: Resource<'workspaces'>) =>
  world.records.tryFind('configuration-versions', referencesOf(workspace, 'current-configuration-version')[0]?.id);
