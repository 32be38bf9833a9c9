import type { Json } from '../../toolkit/untyped';
import { isConfiguredByPolicy, tryCentralConfiguration, tryConfigurationOf, tryPolicyOf } from './central';
import { activeAccounts } from './enforcement';
import { type SecurityHubState, TIMESTAMP } from './state';
import { targetType } from './target';

/** The association of a target with the configuration that holds for it, or undefined where nothing is associated. */
export function tryAssociation(state: SecurityHubState, targetId: string): Json | undefined {
  const configuration = tryConfigurationOf(state, targetId);
  return (
    configuration && {
      ConfigurationPolicyId: configuration.configurationId,
      TargetId: targetId,
      TargetType: targetType(targetId),
      AssociationType: configuration.inherited ? 'INHERITED' : 'APPLIED',
      UpdatedAt: TIMESTAMP,
      ...status(state, targetId),
    }
  );
}

/** SUCCESS at once, or FAILED where an account is out of reach: a parent fails with any of its children. */
function status(state: SecurityHubState, targetId: string): Json {
  const isAccount = targetType(targetId) === 'ACCOUNT';
  const accounts = isAccount ? [targetId] : accountsBelow(state, targetId);
  const failed = accounts.filter((account) => isOutOfReach(state, account));
  if (failed.length === 0) {
    return {
      AssociationStatus: 'SUCCESS',
      AssociationStatusMessage: 'Association applied successfully on this target.',
    };
  }
  const parent = targetType(targetId) === 'ROOT' ? 'root' : 'organizational unit';
  return {
    AssociationStatus: 'FAILED',
    AssociationStatusMessage: isAccount
      ? `Policy association failed because Security Hub is not enabled in account ${targetId}.`
      : `Policy association failed because ${failed.length} organizational units or accounts under this ${parent} failed.`,
  };
}

function isOutOfReach(state: SecurityHubState, account: string): boolean {
  const { regions = [] } = tryCentralConfiguration(state) ?? {};
  const isUnderPolicy = tryPolicyOf(state, account) !== undefined;
  return isUnderPolicy && !regions.every((region) => isConfiguredByPolicy(state, account, region));
}

function accountsBelow(state: SecurityHubState, targetId: string): string[] {
  const { organization } = state.world;
  return activeAccounts(state).filter((account) => organization.lineage(account).includes(targetId));
}
