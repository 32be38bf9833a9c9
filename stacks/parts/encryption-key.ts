import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../policy/iam/statement';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { Placement } from '../kernel/placement';

export interface EncryptionKeyProps {
  readonly placement: Placement;
  /** Without `alias/`. */
  readonly alias: string;
  readonly description: string;
  /** Who may use the key besides the account's own IAM policies. @default - nobody */
  readonly statements?: readonly Statement[];
  /** Nothing that is encrypted with it has to be read again: it is destroyed like any other resource. @default false */
  readonly disposable?: boolean;
}

/** A customer managed key of the stack's account that rotates every year, under an alias. */
export class EncryptionKey extends Part {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { here, protection } = LandingZoneStack.of(this);
    const { placement, alias, description, statements = [], disposable = false } = props;
    const key = new KmsKey(this, id, {
      ...placement,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument([
        {
          Sid: 'OwnerByIam',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${here.id}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
        ...statements,
      ]),
      lifecycle: disposable ? undefined : protection.lifecycle,
    });
    new KmsAlias(this, `${id}-alias`, { ...placement, name: `alias/${alias}`, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}
