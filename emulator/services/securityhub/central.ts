import type { Call, Handler, Route } from '../../toolkit/untyped';
import { accessDenied } from './errors';
import { type ConfigurationPolicy, type FindingAggregator, route, type SecurityHubState } from './state';

/** What stands in the place of a policy's id where targets configure themselves. */
export const SELF_MANAGED = 'SELF_MANAGED_SECURITY_HUB';

/** Central configuration while it is on: who configures, and where that takes effect. */
export interface CentralConfiguration {
  readonly administrator: string;
  readonly homeRegion: string;
  /** The home Region and the linked ones. */
  readonly regions: readonly string[];
}

/** The organization's central configuration, or undefined while it is configured locally. */
export function tryCentralConfiguration(state: SecurityHubState): CentralConfiguration | undefined {
  const admin = state.organizationAdmins.list().find(({ configurationType }) => configurationType === 'CENTRAL');
  const aggregator = admin && state.findingAggregators.get(admin.account);
  return (
    aggregator && {
      administrator: admin.account,
      homeRegion: aggregator.homeRegion,
      regions: [aggregator.homeRegion, ...linkedRegions(state, aggregator)],
    }
  );
}

/** A row of a routing table for an operation that only the administrator may call, and only from the home Region. */
export function centralRoute(
  state: SecurityHubState,
  method: Route['method'],
  path: string,
  operation: string,
  handle: Handler,
): Route {
  return route(state, method, path, operation, (call) => {
    const central = tryCentralConfiguration(state);
    if (central?.administrator !== call.account) {
      throw accessDenied('Must be a Security Hub delegated administrator with Central Configuration enabled');
    }
    if (central.homeRegion !== call.region) {
      throw accessDenied('Central Configuration APIs can only be called from the aggregation region');
    }
    return handle(call);
  });
}

/** The configuration that holds for a target: its own or that of its closest parent. */
export function tryConfigurationOf(
  state: SecurityHubState,
  targetId: string,
): { configurationId: string; inherited: boolean } | undefined {
  for (const id of state.world.organization.lineage(targetId)) {
    const configurationId = state.associations.get(id);
    if (configurationId !== undefined) return { configurationId, inherited: id !== targetId };
  }
  return undefined;
}

/** The policy that an account is under, or undefined for a self-managed one. */
export function tryPolicyOf(state: SecurityHubState, account: string): ConfigurationPolicy | undefined {
  const configuration = tryConfigurationOf(state, account);
  const policy = configuration && state.policies.get(configuration.configurationId);
  const isAdministrator = tryCentralConfiguration(state)?.administrator === account;
  // A policy that disables Security Hub passes the administrator by.
  return isAdministrator && !policy?.securityHub.ServiceEnabled ? undefined : policy;
}

/** Whether the policy that the account is under has configured the account in the region. */
export function isConfiguredByPolicy(state: SecurityHubState, account: string, region: string): boolean {
  const central = tryCentralConfiguration(state);
  const policy = tryPolicyOf(state, account);
  if (policy === undefined || !central?.regions.includes(region)) return false;
  if (!policy.securityHub.ServiceEnabled || account === central.administrator) return true;
  return state.membershipOf(account, region)?.administrator === central.administrator;
}

/** Refuses what only the administrator may change, by a policy, in an account that is centrally managed. */
export function requireSelfManaged(state: SecurityHubState, { account, region }: Call): void {
  if (isConfiguredByPolicy(state, account, region)) {
    throw accessDenied(
      'This account is currently associated with a central configuration policy, so only the administrator can access this operation.',
    );
  }
}

function linkedRegions(state: SecurityHubState, { regionLinkingMode, regions = [] }: FindingAggregator): string[] {
  if (regionLinkingMode === 'SPECIFIED_REGIONS') return regions;
  if (regionLinkingMode === 'NO_REGIONS') return [];
  const delegated = state.organizationAdmins.entries().map(([[region = '']]) => region);
  return delegated.filter((region) => !regions.includes(region));
}
