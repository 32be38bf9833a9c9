/**
 * What a setting of an account becomes once Terraform destroys it, in an account that stays. What it was before the landing zone is
 * written down nowhere. Source: terraform-provider-aws 5.100, documentation and delete function of each.
 */
export const goesBack: Readonly<Record<string, string>> = {
  aws_s3_account_public_access_block:
    'public access of buckets: not blocked for the account, as AWS begins; each bucket keeps its own block',
  aws_ebs_encryption_by_default: 'encryption of new EBS volumes: off, as AWS begins',
  aws_ebs_snapshot_block_public_access: 'public EBS snapshots: not blocked, as AWS begins',
  aws_ec2_image_block_public_access: 'public AMIs: stay as they were set, for the provider does nothing',
  aws_ec2_instance_metadata_defaults: 'instance metadata: no preference, as AWS begins',
  aws_iam_account_password_policy: "passwords: AWS's default policy, of eight characters",
  aws_account_alternate_contact: 'alternate contacts: none',
  aws_default_security_group: 'default security groups: stay without rules, for the provider does nothing',
  aws_servicequotas_service_quota: 'quotas: stay as they were granted, for the provider does nothing',
  aws_glue_data_catalog_encryption_settings: 'encryption of the Glue Data Catalog: off',
  aws_lakeformation_data_lake_settings:
    'Lake Formation: no administrators, and no default permissions; AWS begins with all permissions for IAMAllowedPrincipals',
};
