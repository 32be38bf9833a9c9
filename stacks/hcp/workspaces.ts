import { Workspace } from '@cdktf/provider-tfe/lib/workspace';
import { WorkspaceSettings } from '@cdktf/provider-tfe/lib/workspace-settings';
import type { Construct } from 'constructs';
import { operatorStacks, workspaceName } from '../../schema/facts/hcp';
import type { ManagedHcp } from '../../schema/forms/hcp';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { ReadingStack } from '../kernel/synthesis';

export interface WorkspacesProps {
  readonly backend: ManagedHcp;
  readonly stacks: readonly ReadingStack[];
  readonly projectId: string;
  /** The pool of agents that runs happen on. @default - machines of HCP Terraform, or whoever gives the command */
  readonly agentPoolId: string | undefined;
}

/**
 * A workspace for each stack, and who may read its state: the stacks that do, and no others. What `tfe_workspace_settings` leaves out is
 * reset by its next update, consumers among it (resource_tfe_workspace_settings.go of 0.71), so each is written.
 */
export class Workspaces extends Part {
  /** Id of the workspace of each stack. */
  readonly ids: ReadonlyMap<string, string>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkspacesProps,
  ) {
    super(scope, id);
    const { stacks } = props;
    this.ids = new Map(stacks.map(({ name }) => [name, this.make(name).id]));
    for (const { name } of stacks) this.set(name);
  }

  private make(stack: string): Workspace {
    const { protection } = LandingZoneStack.of(this);
    const { backend, projectId } = this.props;
    return new Workspace(this, `workspace-${stack}`, {
      name: workspaceName(backend, stack),
      organization: backend.organization,
      projectId,
      description: `State of the stack ${stack}`,
      terraformVersion: backend.manage.terraformVersion,
      allowDestroyPlan: !protection.on,
      autoApplyRunTrigger: false,
      fileTriggersEnabled: false,
      // A run before the first configuration fails.
      queueAllRuns: false,
      speculativeEnabled: true,
      structuredRunOutputEnabled: true,
      // A workspace with resources in it is never deleted, and what is in it not forgotten.
      forceDelete: false,
      lifecycle: protection.lifecycle,
    });
  }

  private set(stack: string): void {
    const { backend, stacks, agentPoolId } = this.props;
    const { execution, healthAssessments } = backend.manage;
    const isByOperator = operatorStacks.includes(stack) || execution === 'local';
    const readers = stacks.filter(({ reads }) => reads.includes(stack)).map(({ name }) => this.idOf(name));
    new WorkspaceSettings(this, `settings-${stack}`, {
      workspaceId: this.idOf(stack),
      executionMode: isByOperator ? 'local' : agentPoolId === undefined ? 'remote' : 'agent',
      agentPoolId: isByOperator ? undefined : agentPoolId,
      globalRemoteState: false,
      remoteStateConsumerIds: readers,
      autoApply: false,
      assessmentsEnabled: healthAssessments && !isByOperator,
    });
  }

  private idOf(stack: string): string {
    const id = this.ids.get(stack);
    if (id === undefined) throw new Error(`${stack} is read or written, and has no workspace`);
    return id;
  }
}
