import { AwsError } from '../../toolkit/errors';
import type { Moto } from '../../world';
import { createServiceLinkedRole, findServiceLinkedRole } from '../iam/service-linked-roles';
import { type AccessAnalyzerState, isOrganizational, servicePrincipal } from './state';

/** Whether the account has the role through which Access Analyzer looks at it. */
export const hasServiceLinkedRole = async (moto: Moto, account: string): Promise<boolean> =>
  (await findServiceLinkedRole(moto, account, 'AWSServiceRoleForAccessAnalyzer')) !== undefined;

/** Creates the role where it is missing, as the first analyzer of an account does. */
export async function ensureServiceLinkedRole(
  { world: { moto } }: AccessAnalyzerState,
  account: string,
): Promise<void> {
  try {
    await createServiceLinkedRole(moto, account, servicePrincipal);
  } catch (error) {
    // It is taken: analyzers of several regions are created at the same time.
    if (!(error instanceof AwsError && error.code === 'InvalidInput')) throw error;
  }
}

/** Why the role in this account may not be deleted yet: an analyzer of its own, or one of its organization. */
export function roleUse({ analyzers, world }: AccessAnalyzerState, account: string): string | undefined {
  const all = analyzers.list();
  if (world.organization.isActiveMember(account) && all.some(({ type }) => isOrganizational(type)))
    return 'IAM Access Analyzer is enabled in one or more regions in your AWS organization. Ask your administrator to delete all analyzers in all regions for your organization before attempting to delete this role.';
  if (!all.some((analyzer) => analyzer.account === account)) return undefined;
  return 'IAM Access Analyzer is enabled in one or more regions. Delete all analyzers in all regions before attempting to delete this role.';
}
