import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../policy/iam/statement';
import type { Place } from '../kernel/places';

export interface EncryptionKeyProps {
  readonly place: Place;
  /** Without `alias/`. */
  readonly alias: string;
  readonly description: string;
  /** The account that owns the key, twelve digits or their token. */
  readonly accountId: string;
  /** Who may use the key besides the account's own IAM policies. */
  readonly statements: readonly Statement[];
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** A customer managed key that rotates every year, under an alias. */
export class EncryptionKey {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    const { place, alias, description, accountId, statements, lifecycle } = props;
    const key = new KmsKey(scope, id, {
      ...place,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument([
        {
          Sid: 'OwnerByIam',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
        ...statements,
      ]),
      lifecycle,
    });
    new KmsAlias(scope, `${id}-alias`, { ...place, name: `alias/${alias}`, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}
