import { type ExecutionMode, type Resource, related } from './records';
import type { HcpWorld } from './world';

/** Where the runs of a workspace are executed: as it says itself, else as its project, else as the organization. */
export function executionModeOf(world: HcpWorld, workspace: Resource<'workspaces'>): ExecutionMode {
  const own = workspace.attributes['setting-overwrites']['execution-mode'];
  if (own) return workspace.attributes['execution-mode'];
  const project = related(world.records, workspace, 'project', 'projects');
  return (project && projectDefault(project)) ?? world.organization.attributes['default-execution-mode'];
}

/** What a project makes the default, or undefined where it leaves that to the organization. */
export const projectDefault = (project: Resource<'projects'>): ExecutionMode | undefined =>
  project.attributes['default-execution-mode'] ?? undefined;
