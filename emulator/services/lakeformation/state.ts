import { notImplemented } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Call, Handler, Json, Route } from '../../toolkit/untyped';
import type { World } from '../../world';
import { insufficient } from './errors';

/** What one principal holds on one resource. */
export interface Permission {
  readonly principal: string;
  /** One member of the API's Resource, in the form that ListPermissions shows. */
  readonly resource: Json;
  readonly permissions: Set<string>;
  readonly grantable: Set<string>;
}

/** What Lake Formation knows; each store by account, region and name. */
export class LakeState {
  readonly settings = new Store<Json>();
  /** Registered locations by ARN. */
  readonly locations = new Store<Json>();
  /** Values of each LF-tag. */
  readonly tags = new Store<Set<string>>();
  /** LF-tags on a database, table or column. */
  readonly assigned = new Store<Map<string, string>>();
  readonly filters = new Store<Json>();
  readonly permissions = new Store<Permission>();

  constructor(readonly world: World) {
    world.organization.onLeave((account) => this.forget(account));
  }

  settingsOf({ account, region }: Pick<Call, 'account' | 'region'>): Json {
    return this.settings.get(account, region) ?? freshSettings;
  }

  /** @throws AccessDeniedException where the caller is no administrator of the lake: IAM alone gives nobody a right here */
  demandAdministrator(call: Call): void {
    const { principal } = call.caller;
    const administrators: Json[] = this.settingsOf(call).DataLakeAdmins;
    if (!administrators.some(({ DataLakePrincipalIdentifier }) => DataLakePrincipalIdentifier === principal))
      throw insufficient(`${principal} is not a data lake administrator`);
  }

  private forget(account: string): void {
    const stores: Store<unknown>[] = [
      this.settings,
      this.locations,
      this.tags,
      this.assigned,
      this.filters,
      this.permissions,
    ];
    for (const store of stores) for (const [key] of store.entries()) if (key[0] === account) store.delete(...key);
  }
}

const everything = [{ Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }];

/** An account and region that nobody has configured: whoever has IAM's permission has Lake Formation's too. */
const freshSettings: Json = {
  DataLakeAdmins: [],
  CreateDatabaseDefaultPermissions: everything,
  CreateTableDefaultPermissions: everything,
  Parameters: { CROSS_ACCOUNT_VERSION: '1', SET_CONTEXT: 'TRUE' },
};

/** A row of the routing table: every operation is a POST to its own name. Catalogs of other accounts are not emulated. */
export const route = (operation: string, handle: Handler): Route => ({
  method: 'POST',
  path: `/${operation}`,
  operation,
  handle: (call) => {
    const { CatalogId = call.account } = call.input;
    if (CatalogId !== call.account) throw notImplemented('lakeformation', `${operation} in another account's catalog`);
    return handle(call);
  },
});
