import type { Grantee } from '../../schema/forms/ai/data-lake-grants';
import type { AiContext } from './context';
import { makeCatalog } from './data-lake/catalog';
import { grantLake } from './data-lake/grants';
import { registerLocations } from './data-lake/locations';
import { makeLakeRoles } from './data-lake/roles';
import { encryptCatalog, settleLake } from './data-lake/settings';
import { tagLake } from './data-lake/tags';

/** Puts training data behind Lake Formation: who sees which table, column and row is what the account file grants, and nothing else. */
export function makeDataLake(context: AiContext): void {
  const { dataLake } = context.account.ai;
  if (!dataLake) return;
  const roleArn = makeLakeRoles(context, dataLake);
  const lake = {
    ...context,
    lake: dataLake,
    principal: (grantee: Grantee) => principalOf(context, roleArn, grantee),
    settings: settleLake(context, dataLake, roleArn),
    locations: registerLocations(context, dataLake),
  };
  const catalog = makeCatalog(lake, encryptCatalog(context));
  grantLake(lake, catalog, tagLake(lake, catalog));
}

function principalOf(
  { zone, accountId, ouArn }: AiContext,
  roleArn: (name: string) => string,
  grantee: Grantee,
): string {
  if ('role' in grantee) return roleArn(grantee.role);
  if ('ou' in grantee) return ouArn(grantee.ou);
  const account = zone.accounts.find(({ name }) => name === grantee.account);
  if (!account) throw new Error(`there is no account ${grantee.account}, and the check let it pass`);
  return accountId(account);
}
