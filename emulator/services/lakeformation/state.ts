import type {
  DataCellsFilter,
  DataLakePrincipal,
  DataLakeSettings,
  Permission,
  PrincipalPermissions,
  Resource,
  ResourceInfo,
} from '@aws-sdk/client-lakeformation';
import type { Call, Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { World } from '../../world';
import type { Shape } from './api';
import { insufficient } from './errors';

/** The settings of a lake, with what AWS puts where nobody says anything. */
export interface Settings extends Shape<DataLakeSettings> {
  readonly DataLakeAdmins: readonly Shape<DataLakePrincipal>[];
  readonly CreateDatabaseDefaultPermissions: readonly Shape<PrincipalPermissions>[];
  readonly CreateTableDefaultPermissions: readonly Shape<PrincipalPermissions>[];
  readonly Parameters: Readonly<Record<string, string>>;
}

/** What one principal holds on one resource. */
export interface Grant {
  readonly principal: string;
  /** In the form that ListPermissions shows. */
  readonly resource: Shape<Resource>;
  readonly permissions: Set<Permission>;
  readonly grantable: Set<Permission>;
}

/** What Lake Formation knows; each store by account, region and name. */
export class LakeState {
  readonly settings = new Store<Settings>();
  /** Registered locations by ARN. */
  readonly locations = new Store<Shape<ResourceInfo>>();
  /** Values of each LF-tag. */
  readonly tags = new Store<Set<string>>();
  /** LF-tags on a database, table or column. */
  readonly assigned = new Store<Map<string, string>>();
  readonly filters = new Store<Shape<DataCellsFilter>>();
  readonly grants = new Store<Grant>();

  constructor(readonly world: World) {}

  settingsOf({ account, region }: Scope): Settings {
    return this.settings.get(account, region) ?? freshSettings;
  }

  /** @throws AccessDeniedException where the caller is no administrator of the lake: IAM alone gives nobody a right here */
  demandAdministrator(call: Omit<Call<object>, 'input'>): void {
    const { principal } = call.caller;
    const administrators = this.settingsOf(call).DataLakeAdmins;
    if (!administrators.some(({ DataLakePrincipalIdentifier }) => DataLakePrincipalIdentifier === principal))
      throw insufficient(`${principal} is not a data lake administrator`);
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    const { settings, locations, tags, assigned, filters, grants } = this;
    for (const store of [settings, locations, tags, assigned, filters, grants]) store.deleteAll(account);
  }
}

const everything: readonly Shape<PrincipalPermissions>[] = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] },
];

/** An account and region that nobody has configured: whoever has IAM's permission has Lake Formation's too. */
const freshSettings: Settings = {
  DataLakeAdmins: [],
  CreateDatabaseDefaultPermissions: everything,
  CreateTableDefaultPermissions: everything,
  Parameters: { CROSS_ACCOUNT_VERSION: '1', SET_CONTEXT: 'TRUE' },
};
