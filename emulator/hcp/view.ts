import { type Actor, rightsIn, type WorkspaceRight } from './actors';
import type { View } from './api/document';
import { executionModeOf, projectDefault } from './execution';
import { type Resource, related } from './records';
import { isCancelable, isConfirmable, isDiscardable, isForceCancelable } from './runs/states';
import type { HcpWorld } from './world';

/** Records as somebody sees them: with the permissions of the asker, and settings that are inherited. */
export const viewFor =
  (world: HcpWorld, actor: Actor): View =>
  (resource) => {
    switch (resource.type) {
      case 'workspaces':
        return withAttributes(resource, workspaceView(world, actor, resource as Resource<'workspaces'>));
      case 'projects': {
        const mode = projectDefault(resource as Resource<'projects'>);
        return withAttributes(resource, {
          'default-execution-mode': mode ?? world.organization.attributes['default-execution-mode'],
        });
      }
      case 'organizations':
        return withAttributes(resource, { permissions: organizationPermissions(actor) });
      case 'runs':
        return withAttributes(resource, runView(world, actor, resource as Resource<'runs'>));
      default:
        return resource;
    }
  };

const withAttributes = (resource: Resource, more: object): Resource => ({
  ...resource,
  attributes: { ...resource.attributes, ...more },
});

function workspaceView(world: HcpWorld, actor: Actor, workspace: Resource<'workspaces'>): object {
  const rights = rightsIn(world.records, actor, workspace);
  const may = (right: WorkspaceRight): boolean => rights.has(right);
  const mode = executionModeOf(world, workspace);
  return {
    'execution-mode': mode,
    operations: mode !== 'local',
    actions: { 'is-destroyable': workspace.attributes['allow-destroy-plan'] },
    permissions: {
      ...{ 'can-read-settings': may('read'), 'can-update': may('admin'), 'can-destroy': may('delete') },
      ...{ 'can-force-delete': may('delete'), 'can-lock': may('lock'), 'can-unlock': may('lock') },
      ...{ 'can-force-unlock': may('admin'), 'can-queue-run': may('plan'), 'can-queue-apply': may('apply') },
      ...{ 'can-queue-destroy': may('apply'), 'can-read-state-versions': may('read state') },
      ...{ 'can-create-state-versions': may('write state'), 'can-read-state-outputs': may('read outputs') },
      ...{ 'can-read-variable': may('read variables'), 'can-update-variable': may('write variables') },
      ...{ 'can-read-run': may('read runs'), 'can-manage-run-tasks': may('admin'), 'can-force-execute': false },
    },
  };
}

function runView(world: HcpWorld, actor: Actor, run: Resource<'runs'>): object {
  const workspace = related(world.records, run, 'workspace', 'workspaces');
  const rights: ReadonlySet<WorkspaceRight> = workspace ? rightsIn(world.records, actor, workspace) : new Set();
  const mayApply = rights.has('apply');
  return {
    actions: {
      'is-cancelable': isCancelable(run),
      'is-confirmable': isConfirmable(run),
      'is-discardable': isDiscardable(run),
      'is-force-cancelable': isForceCancelable(run, world.settings.coolOff),
    },
    permissions: {
      ...{ 'can-apply': mayApply, 'can-cancel': mayApply, 'can-discard': mayApply, 'can-comment': rights.has('plan') },
      ...{ 'can-force-cancel': rights.has('admin'), 'can-force-execute': false, 'can-override-policy-check': false },
    },
  };
}

const organizationPermissions = ({ kind }: Actor): object => ({
  'can-create-workspace': kind !== 'run',
  'can-create-team': kind !== 'run',
  'can-update': kind === 'user',
});
