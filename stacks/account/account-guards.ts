import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { IamAccountPasswordPolicy } from '@cdktf/provider-aws/lib/iam-account-password-policy';
import { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** Settings of the account itself: no public bucket, no unencrypted volume, no weak password. */
export class AccountGuards extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    new S3AccountPublicAccessBlock(this, 's3-public-access-block', {
      ...here.home,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    for (const region of here.account.regions)
      new EbsEncryptionByDefault(this, `ebs-encryption-${region}`, { ...here.in(region), enabled: true });
    // CIS AWS Foundations Benchmark 3.0.0, 1.8 and 1.9; NIST 800-53 r5 IA-5(1).
    new IamAccountPasswordPolicy(this, 'password-policy', {
      ...here.home,
      minimumPasswordLength: 14,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      hardExpiry: false,
    });
  }
}
