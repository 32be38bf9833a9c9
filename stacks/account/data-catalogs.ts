import { GlueDataCatalogEncryptionSettings } from '@cdktf/provider-aws/lib/glue-data-catalog-encryption-settings';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';

/**
 * Encrypts the Data Catalog of Glue in each region where no data lake does it with its own key. The key is the one that AWS manages for
 * Glue: it costs nothing, and whoever reads the catalog needs no permission on it. Source: Glue User Guide, encrypt-glue-data-catalog.
 */
export class DataCatalogs extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { ai, regions, dataCatalogs } = here.account;
    for (const region of regions) {
      const name = `data-catalog-${region}`;
      // The stack of the lake sets it from then on: destroying it here would switch that off.
      if (ai?.dataLake && region === zone.homeRegion)
        forget(stack, `aws_glue_data_catalog_encryption_settings.${name}`);
      else if (dataCatalogs === 'encrypt')
        new GlueDataCatalogEncryptionSettings(this, name, {
          ...here.in(region),
          dataCatalogEncryptionSettings: {
            encryptionAtRest: { catalogEncryptionMode: 'SSE-KMS' },
            // Passwords take a key of the customer, and no connection is made here.
            connectionPasswordEncryption: { returnConnectionPasswordEncrypted: false },
          },
          // Left out it is that key, which AWS makes when it is needed first; whether AWS then names it, its documents do not say.
          lifecycle: {
            ignoreChanges: ['data_catalog_encryption_settings[0].encryption_at_rest[0].sse_aws_kms_key_id'],
          },
        });
    }
  }
}
