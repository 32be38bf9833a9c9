import type { Scope } from '../../toolkit/call';
import { invalid } from './errors';
import type { Principal } from './principals';
import type { Target } from './resources';
import type { LakeState } from './state';

/** The first version that shares LF-tags, and with IAM principals, OUs and organizations. Lake Formation Developer Guide, optimize-ram. */
const directVersion = 3;

/**
 * Whether the resource can go to an account, OU or role outside.
 *
 * @throws InvalidInputException where the version is too low, RAM does not share in the organization, or IAM still owns new tables
 */
export function demandShareable(
  state: LakeState,
  scope: Scope,
  { id, kind, isForeign }: Principal,
  target: Target,
): void {
  if (!isForeign) return;
  const { Parameters, CreateTableDefaultPermissions } = state.settingsOf(scope);
  const version = Number(Parameters.CROSS_ACCOUNT_VERSION);
  if ((kind !== 'account' || target.kind === 'LFTagPolicy') && version < directVersion)
    throw invalid(`Cross account version ${version} cannot share with ${id}: version ${directVersion} is needed`);
  if (kind === 'organization' && !state.world.organization.hasTrustedAccess('ram.amazonaws.com'))
    throw invalid('Resource sharing with AWS Organizations is not enabled in AWS RAM');
  if (CreateTableDefaultPermissions.length > 0)
    throw invalid('Permissions of IAMAllowedPrincipals must be revoked before the resource can be shared');
}
