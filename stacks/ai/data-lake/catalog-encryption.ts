import { GlueDataCatalogEncryptionSettings } from '@cdktf/provider-aws/lib/glue-data-catalog-encryption-settings';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import type { EncryptionKey } from '../../parts/encryption-key';
import { ServiceRole } from '../../parts/service-role';

/** Encrypts the catalog of the account, through a role of its own: whoever reads the catalog needs no permission on the key. */
export class CatalogEncryption extends Part {
  readonly settings: GlueDataCatalogEncryptionSettings;

  constructor(scope: Construct, id: string, key: EncryptionKey) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const role = new ServiceRole(this, 'data-catalog-role', {
      name: `${zone.name}-data-catalog`,
      description: 'Lets Glue encrypt and decrypt the Data Catalog',
      service: 'glue.amazonaws.com',
      statements: [
        {
          Sid: 'UseKey',
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
          Resource: key.arn,
        },
      ],
    });
    this.settings = new GlueDataCatalogEncryptionSettings(this, 'data-catalog-encryption', {
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
}
