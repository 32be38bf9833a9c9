import { LakeformationDataLakeSettings } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { Construct } from 'constructs';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import type { LakeRoles } from './lake-roles';

export interface LakeSettingsProps {
  readonly lake: DataLake;
  readonly roles: LakeRoles;
}

/**
 * Makes Lake Formation the only gate of the catalog: new databases and tables are not given to whomever IAM allows. There is one such
 * resource for an account and region, and what it leaves out is switched off.
 */
export class LakeSettings extends LakeformationDataLakeSettings {
  constructor(scope: Construct, id: string, { lake, roles }: LakeSettingsProps) {
    const { zone, here } = LandingZoneStack.of(scope);
    super(scope, id, {
      ...here.home,
      admins: [
        `arn:aws:iam::${here.id}:role/${zone.deployRole}`,
        ...lake.administrators.map((name) => roles.arnOf(name)),
      ],
      allowExternalDataFiltering: false,
      allowFullTableExternalDataAccess: false,
      // The second is what AWS adds by itself.
      parameters: { CROSS_ACCOUNT_VERSION: String(lake.crossAccountVersion), SET_CONTEXT: 'TRUE' },
    });
    // CDKTF leaves an empty list out, and the provider then keeps what AWS has: everything to IAMAllowedPrincipals.
    for (const list of ['create_database_default_permissions', 'create_table_default_permissions'])
      this.addOverride(list, []);
  }
}
