import { z } from 'zod';
import { hcpLimits } from '../facts/hcp';
import {
  hostNamePattern,
  organizationNamePattern,
  projectNamePattern,
  terraformVersionPattern,
} from '../facts/patterns';
import type { DeepReadonly } from './deep-readonly';
import { emailAddress, kebabName, matching, oneLine } from './text';

/** What a team may do in the project. Source: HCP Terraform, "Project permissions". */
const teamAccess = ['read', 'write', 'maintain', 'admin'] as const;

/** What is told of a workspace. Source: terraform-provider-tfe 0.71, `tfe_notification_configuration`. */
const hcpEvents = [
  'run:created',
  'run:planning',
  'run:needs_attention',
  'run:applying',
  'run:completed',
  'run:errored',
  'assessment:drifted',
  'assessment:check_failure',
  'assessment:failed',
] as const;

const notification = z.strictObject({
  name: kebabName(40),
  /** E-mail addresses of members of the organization. An address of a chat channel is a secret, and no secret is in a file or a state. */
  emails: z.array(emailAddress).min(1, 'must name at least one address'),
  on: z.array(z.enum(hcpEvents)).min(1, 'must name at least one event'),
});

/** What the stack `hcp` makes of HCP Terraform: the project, and one workspace for each stack. */
const manageForm = z.strictObject({
  /** The exact version of Terraform in each workspace, at least 1.10.0. */
  terraformVersion: matching(terraformVersionPattern).default('1.11.4'),
  /**
   * Where runs happen: on machines of HCP Terraform, on whose machine the command is given, or on agents of a pool of this name, which is
   * made. A person makes the tokens of the agents.
   */
  execution: z.union([z.enum(['remote', 'local']), z.strictObject({ agentPool: kebabName(90) })]).default('remote'),
  /**
   * Whose apply queues runs of those that read it: nobody's, those of management, log-archive and security among each other, or all. Each
   * apply of a source queues a run in every reader of it. @default 'none'
   */
  runTriggers: z.enum(['none', 'core', 'all']).default('none'),
  /** Whether HCP Terraform looks for drift by itself; it needs a plan of HCP Terraform that has it. */
  healthAssessments: z.boolean().default(false),
  /** Teams that exist, with what they may do in the project. @default - none: owners only */
  teams: z.array(z.strictObject({ name: oneLine(90), access: z.enum(teamAccess) })).default([]),
  /** Of each workspace. @default - none */
  notifications: z
    .array(notification)
    .max(hcpLimits.notificationsOfWorkspace, `must be at most ${hcpLimits.notificationsOfWorkspace}`)
    .default([]),
  /**
   * Rules of Open Policy Agent that every run is held against: nothing protected is destroyed, no provider works in an account that it
   * does not name, no role trusts everybody. `mandatory`: a run that breaks one is not applied. @default 'off'
   */
  policies: z.enum(['off', 'advisory', 'mandatory']).default('off'),
});

/** State in HCP Terraform or Terraform Enterprise, one workspace per stack. */
export const hcpBackendForm = z.strictObject({
  type: z.literal('hcp'),
  organization: matching(organizationNamePattern).max(255, 'must have at most 255 characters'),
  hostname: matching(hostNamePattern).default('app.terraform.io'),
  project: matching(projectNamePattern).optional(),
  /** Workspaces are named `<prefix>-<stack>`. */
  workspacePrefix: kebabName(30).default('landing-zone'),
  /** `{}` has the stack `hcp` make project and workspaces. @default - they are made by hand, or by the first init of each stack */
  manage: manageForm.optional(),
});

export type HcpBackend = DeepReadonly<z.output<typeof hcpBackendForm>>;

/** One whose project and workspaces the stack `hcp` makes. */
export type ManagedHcp = HcpBackend & { readonly manage: Manage; readonly project: string };

/** How they are made. */
export type Manage = NonNullable<HcpBackend['manage']>;

/** The backend, where the stack `hcp` makes its project and workspaces; the checks see to the project. */
export function tryManagedHcp(backend: { readonly type: string }): ManagedHcp | undefined {
  if (backend.type !== 'hcp') return undefined;
  const { manage, project } = backend as HcpBackend;
  return manage && project !== undefined ? { ...(backend as HcpBackend), manage, project } : undefined;
}
