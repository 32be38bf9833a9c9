import type { Scope } from '../../toolkit/call';
import { type CentralConfiguration, tryCentralConfiguration, tryPolicyOf } from './central';
import { associate } from './members';
import type { PolicyContent, SecurityHubState } from './state';

/** Gives accounts, by default all, what their configuration policies say, in the home Region and the linked ones. */
export function enforcePolicies(state: SecurityHubState, accounts = activeAccounts(state)): void {
  const central = tryCentralConfiguration(state);
  if (central === undefined) return;
  for (const account of accounts) {
    const policy = tryPolicyOf(state, account);
    if (policy === undefined) continue;
    for (const region of central.regions) enforce(state, central, policy.securityHub, { account, region });
  }
}

/** The ids of the active accounts of the organization. */
export const activeAccounts = ({ world: { organization } }: SecurityHubState): string[] =>
  organization
    .accounts()
    .map(({ id }) => id)
    .filter((id) => organization.isActiveMember(id));

function enforce(
  state: SecurityHubState,
  { administrator }: CentralConfiguration,
  { ServiceEnabled, EnabledStandardIdentifiers = [] }: PolicyContent,
  scope: Scope,
): void {
  const { account, region } = scope;
  if (!ServiceEnabled) {
    state.disable(scope);
    return;
  }
  if (account !== administrator) {
    // Security Hub cannot be enabled for the management account: without a hub of its own it is no member.
    const isManagement = account === state.world.organization.managementAccount;
    if (isManagement && state.hubs.get(account, region) === undefined) return;
    associate(state, { administrator, account, region }, []);
  }
  const { standards } = state.findHub(scope);
  standards.clear();
  for (const arn of EnabledStandardIdentifiers) standards.add(inRegion(arn, region));
}

/** A policy names standards by their ARN in the home Region; CIS 1.2.0 has none. */
const inRegion = (arn: string, region: string): string =>
  arn.replace(/^(arn:[^:]+:securityhub):[^:]+:/, `$1:${region}:`);
