import { GlueDataCatalogEncryptionSettings } from '@cdktf/provider-aws/lib/glue-data-catalog-encryption-settings';
import { LakeformationDataLakeSettings } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { ServiceRole } from '../../parts/service-role';
import type { AiContext } from '../context';

/**
 * Makes Lake Formation the only gate of the catalog: new databases and tables are not given to whomever IAM allows. There is one such
 * resource for an account and region, and what it leaves out is switched off.
 */
export function settleLake(
  { stack, zone, here }: AiContext,
  lake: DataLake,
  roleArn: (name: string) => string,
): LakeformationDataLakeSettings {
  const settings = new LakeformationDataLakeSettings(stack, 'data-lake-settings', {
    ...here.home,
    admins: [`arn:aws:iam::${here.accountId}:role/${zone.deployRole}`, ...lake.administrators.map(roleArn)],
    allowExternalDataFiltering: false,
    allowFullTableExternalDataAccess: false,
    // The second is what AWS adds by itself.
    parameters: { CROSS_ACCOUNT_VERSION: String(lake.crossAccountVersion), SET_CONTEXT: 'TRUE' },
  });
  // CDKTF leaves an empty list out, and the provider then keeps what AWS has: everything to IAMAllowedPrincipals.
  for (const list of ['create_database_default_permissions', 'create_table_default_permissions'])
    settings.addOverride(list, []);
  return settings;
}

/** Encrypts the catalog of the account, through a role of its own: whoever reads the catalog needs no permission on the key. */
export function encryptCatalog({ stack, zone, here, key }: AiContext): GlueDataCatalogEncryptionSettings {
  const role = new ServiceRole(stack, 'data-catalog-role', {
    place: here.home,
    name: `${zone.name}-data-catalog`,
    description: 'Lets Glue encrypt and decrypt the Data Catalog',
    service: 'glue.amazonaws.com',
    accountId: here.accountId,
    statements: [
      {
        Sid: 'UseKey',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
        Resource: key.arn,
      },
    ],
  });
  return new GlueDataCatalogEncryptionSettings(stack, 'data-catalog-encryption', {
    ...here.home,
    dataCatalogEncryptionSettings: {
      connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: key.arn },
      encryptionAtRest: {
        catalogEncryptionMode: 'SSE-KMS-WITH-SERVICE-ROLE',
        catalogEncryptionServiceRole: role.arn,
        sseAwsKmsKeyId: key.arn,
      },
    },
    dependsOn: role.permissions,
  });
}
