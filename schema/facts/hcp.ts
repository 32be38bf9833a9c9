/**
 * Limits of HCP Terraform that the stack `hcp` keeps. Sources, of 2025-09 to 2026-08: HCP Terraform, "API Overview" (30 requests a second
 * for each user), "Run Triggers" (20 source workspaces), "Notification Configurations API" (20 of a workspace), "Workspaces API" (90
 * characters of a name are recommended).
 */
export const hcpLimits = {
  requestsPerSecond: 30,
  sourcesOfWorkspace: 20,
  notificationsOfWorkspace: 20,
  workspaceName: 90,
} as const;

/** Stacks whose runs an operator starts on a machine of their own: what they make is what every other run depends on. */
export const operatorStacks: readonly string[] = ['hcp', 'identity'];

/** What the stack `hcp` makes, by its types in Terraform. */
export const hcpTypes: readonly string[] = [
  'tfe_agent_pool',
  'tfe_agent_pool_allowed_projects',
  'tfe_notification_configuration',
  'tfe_policy',
  'tfe_policy_set',
  'tfe_project',
  'tfe_project_policy_set',
  'tfe_project_variable_set',
  'tfe_run_trigger',
  'tfe_team_project_access',
  'tfe_variable',
  'tfe_variable_set',
  'tfe_workspace',
  'tfe_workspace_settings',
];

/** What names a workspace. */
interface Prefixed {
  /** Of all workspaces of the landing zone. */
  readonly workspacePrefix: string;
}

/** The workspace of a stack. */
export const workspaceName = ({ workspacePrefix }: Prefixed, stack: string): string => `${workspacePrefix}-${stack}`;

/**
 * Requests that the provider makes for one resource of a type to see whether it still is as it is written; for types that are not here,
 * one. Measured with terraform-provider-tfe 0.71: two for a workspace, and two for its settings, whose consumers have a page of their own.
 */
const refreshRequests: Readonly<Record<string, number>> = { tfe_workspace: 2, tfe_workspace_settings: 2 };

/** The share of the limit that the provider's client uses: `configureLimiter` of go-tfe. Measured: 241 requests in 12 seconds. */
const usedShare = 0.66;

/** What a plan of workspaces costs of the API: requests, and the seconds in which it answers as many. */
export function planCost(counts: Readonly<Record<string, number>>): {
  readonly requests: number;
  readonly seconds: number;
} {
  const requests = Object.entries(counts).reduce((sum, [type, count]) => sum + count * (refreshRequests[type] ?? 1), 0);
  return { requests, seconds: Math.ceil(requests / (hcpLimits.requestsPerSecond * usedShare)) };
}
