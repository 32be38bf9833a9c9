import { AgentPool } from '@cdktf/provider-tfe/lib/agent-pool';
import { AgentPoolAllowedProjects } from '@cdktf/provider-tfe/lib/agent-pool-allowed-projects';
import { DataTfeTeam } from '@cdktf/provider-tfe/lib/data-tfe-team';
import { DataTfeWorkspace } from '@cdktf/provider-tfe/lib/data-tfe-workspace';
import { Project } from '@cdktf/provider-tfe/lib/project';
import { TfeProvider } from '@cdktf/provider-tfe/lib/provider';
import { TeamProjectAccess } from '@cdktf/provider-tfe/lib/team-project-access';
import { WorkspaceSettings } from '@cdktf/provider-tfe/lib/workspace-settings';
import type { App } from 'cdktf';
import { workspaceName } from '../../schema/facts/hcp';
import { stackNames } from '../../schema/facts/stack-names';
import type { Manage, ManagedHcp } from '../../schema/forms/hcp';
import type { LandingZone } from '../../schema/landing-zone';
import { dashedId } from '../kernel/distinct-id';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { ReadingStack } from '../kernel/synthesis';
import { Notifications } from './notifications';
import { RunEnvironment } from './run-environment';
import { RunRules } from './run-rules';
import { RunTriggers } from './run-triggers';
import { Workspaces } from './workspaces';

/** A pool is deleted after workspaces have left it: HCP Terraform deletes none that they use. */
const lastToGo = { createBeforeDestroy: true };

export interface HcpStackProps {
  readonly zone: LandingZone;
  readonly backend: ManagedHcp;
  /** Every other stack. */
  readonly stacks: readonly ReadingStack[];
}

/**
 * HCP Terraform itself: the project, and a workspace for the state and the runs of each stack. An operator applies it on a machine of
 * their own, with a token of a team, so that none has to be kept where runs can read it.
 */
export class HcpStack extends LandingZoneStack<Record<never, never>> {
  constructor(app: App, { zone, backend, stacks }: HcpStackProps) {
    super(app, stackNames.hcp, {}, { zone, account: zone.managementAccount });
    const { manage, organization, hostname } = backend;
    // The bindings ask for any version from 0.33.
    this.addOverride('terraform.required_providers.tfe.version', '~> 0.71.0');
    new TfeProvider(this, 'tfe', { hostname, organization });
    const project = new Project(this, 'project', {
      name: backend.project,
      // An update clears what is left out.
      description: `The landing zone ${zone.name}`,
      tags: { 'managed-by': 'landing-zone' },
    });
    const agentPoolId = this.tryAgentPool(manage, project.id);
    const { ids } = new Workspaces(this, 'workspaces', { backend, stacks, projectId: project.id, agentPoolId });
    this.keepLocal(backend);
    if (zone.identity?.hcp) new RunEnvironment(this, 'run-environment', project.id);
    for (const team of manage.teams) this.admit(team, project.id);
    new RunTriggers(this, 'run-triggers', { triggers: manage.runTriggers, stacks, workspaceIds: ids });
    new Notifications(this, 'notifications', { notifications: manage.notifications, workspaceIds: ids });
    if (manage.policies !== 'off') new RunRules(this, 'run-rules', { projectId: project.id, mode: manage.policies });
  }

  /** The workspace of this stack, which its first init made: a run of it elsewhere would need a token that makes and deletes workspaces. */
  private keepLocal(backend: ManagedHcp): void {
    const own = new DataTfeWorkspace(this, 'own-workspace', { name: workspaceName(backend, stackNames.hcp) });
    new WorkspaceSettings(this, 'own-settings', {
      workspaceId: own.id,
      executionMode: 'local',
      globalRemoteState: false,
      remoteStateConsumerIds: [],
      autoApply: false,
      assessmentsEnabled: false,
    });
  }

  /** The pool of agents that the settings name, for this project only. */
  private tryAgentPool({ execution }: Manage, projectId: string): string | undefined {
    if (typeof execution === 'string') return undefined;
    const pool = new AgentPool(this, 'agent-pool', {
      name: execution.agentPool,
      organizationScoped: false,
      lifecycle: lastToGo,
    });
    return new AgentPoolAllowedProjects(this, 'agent-pool-projects', {
      agentPoolId: pool.id,
      allowedProjectIds: [projectId],
      lifecycle: lastToGo,
    }).agentPoolId;
  }

  private admit({ name, access }: Manage['teams'][number], projectId: string): void {
    const { id } = dashedId(name);
    const team = new DataTfeTeam(this, `team-${id}`, { name });
    new TeamProjectAccess(this, `access-${id}`, { access, teamId: team.id, projectId });
  }
}
