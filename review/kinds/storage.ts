import { among, endless, harmless, high, kept, low, more, off, on, renames, replaces, unsure } from '../direction';
import { documentOf, holds, type Kinds, neither, protects } from '../kind';
import { description, name, reference } from './words';

const blocks = {
  block_public_acls: on('whether an ACL can make something public', false),
  block_public_policy: on('whether a policy can make something public', false),
  ignore_public_acls: on('whether ACLs that are public count', false),
  restrict_public_buckets: on('whether others get into a public bucket', false),
};

/** How strictly an image or a snapshot is kept from others (EC2 API Reference). */
const sharing = among('whether images or snapshots can be made public', [
  'unblocked',
  'block-new-sharing',
  'block-all-sharing',
]);

/** Where data lies, how long, and encrypted by what: S3, KMS, EBS and logs. */
export const storage: Kinds = {
  aws_cloudwatch_log_group: {
    presence: holds('it keeps logs'),
    attributes: {
      name: renames('its name'),
      kms_key_id: more('the key that encrypts the logs'),
      retention_in_days: high('days that logs are kept', endless),
    },
  },
  aws_ebs_encryption_by_default: {
    presence: protects('new volumes are encrypted'),
    attributes: { enabled: on('whether new volumes are encrypted', true) },
  },
  aws_ebs_snapshot_block_public_access: {
    presence: protects('snapshots cannot be made public'),
    attributes: { state: sharing },
  },
  aws_ec2_image_block_public_access: {
    presence: protects('images cannot be made public'),
    attributes: { state: sharing },
  },
  aws_ec2_instance_metadata_defaults: {
    presence: protects('instances ask for a token before they give credentials'),
    attributes: {
      // No preference where nothing is written: terraform-provider-aws, ec2_instance_metadata_defaults.
      http_tokens: among('whether a token is asked for', [['no-preference', 'optional'], 'required'], 'no-preference'),
      http_put_response_hop_limit: low('over how many hops a token is given', 64),
      http_endpoint: unsure('whether instances give credentials'),
      instance_metadata_tags: unsure('whether instances tell their tags'),
    },
  },
  aws_kms_alias: {
    presence: neither('a name of a key'),
    attributes: { name: renames('its name'), target_key_id: unsure('which key the name stands for') },
  },
  aws_kms_key: {
    presence: holds('what it encrypts cannot be read without it'),
    attributes: {
      description,
      deletion_window_in_days: high('days in which a deletion can be taken back', 30),
      enable_key_rotation: on('whether the key is renewed', false),
      // 365: KMS API Reference, EnableKeyRotation.
      rotation_period_in_days: kept(low('days until the key is renewed', 365)),
      bypass_policy_lockout_safety_check: off('whether a policy may lock everybody out', false),
      multi_region: replaces('whether it exists in several regions'),
      is_enabled: on('whether it can be used', true),
      policy: { ...documentOf('key', 'kms'), withItself: true },
    },
  },
  aws_s3_account_public_access_block: {
    presence: protects('no bucket of the account is public'),
    attributes: blocks,
  },
  aws_s3_bucket: {
    presence: holds('it keeps objects'),
    attributes: {
      bucket: renames('its name'),
      force_destroy: off('whether it can be destroyed with what is in it', false),
      object_lock_enabled: kept(on('whether objects can be locked', false)),
    },
  },
  aws_s3_bucket_lifecycle_configuration: {
    presence: neither('without it everything is kept'),
    isSetting: true,
    partOf: 'bucket',
    attributes: {
      bucket: reference,
      'rule.id': name,
      'rule.status': unsure('whether the rule counts'),
      'rule.filter.*': unsure('which objects the rule is about'),
      'rule.abort_incomplete_multipart_upload.days_after_initiation': harmless('unfinished uploads are no objects'),
      'rule.expiration.days': high('days that objects are kept', endless),
      'rule.expiration.expired_object_delete_marker': harmless('markers of what is gone'),
      'rule.noncurrent_version_expiration.noncurrent_days': high('days that older versions are kept', endless),
      'rule.noncurrent_version_expiration.newer_noncurrent_versions': high(
        'how many older versions are kept, whatever their age',
        0,
      ),
      'rule.transition.*': harmless('a class of storage keeps the same objects'),
      'rule.noncurrent_version_transition.*': harmless('a class of storage keeps the same objects'),
    },
  },
  aws_s3_bucket_logging: {
    presence: protects('access to the bucket is logged'),
    attributes: {
      bucket: reference,
      target_bucket: unsure('where access is logged'),
      target_prefix: harmless('a folder of the log'),
    },
  },
  aws_s3_bucket_object_lock_configuration: {
    presence: protects('objects cannot be deleted before their time'),
    attributes: {
      bucket: reference,
      'rule.default_retention.mode': among('whether anybody can delete earlier', ['GOVERNANCE', 'COMPLIANCE']),
      'rule.default_retention.days': high('days in which objects cannot be deleted', 0),
      'rule.default_retention.years': high('years in which objects cannot be deleted', 0),
    },
  },
  aws_s3_bucket_ownership_controls: {
    presence: protects('ACLs do not count'),
    attributes: {
      bucket: reference,
      'rule.object_ownership': among('whether ACLs count', [
        'ObjectWriter',
        'BucketOwnerPreferred',
        'BucketOwnerEnforced',
      ]),
    },
  },
  aws_s3_bucket_policy: {
    presence: neither('what it allows and denies is compared'),
    attributes: { bucket: reference, policy: documentOf('resource', 's3') },
    partOf: 'bucket',
  },
  aws_s3_bucket_public_access_block: {
    presence: protects('the bucket is not public'),
    attributes: { bucket: reference, ...blocks },
  },
  aws_s3_bucket_replication_configuration: {
    presence: protects('objects are copied elsewhere'),
    attributes: {
      bucket: reference,
      role: reference,
      rule: more('which objects are copied'),
      'rule.id': name,
      'rule.priority': harmless('the order of rules'),
      'rule.status': among('whether it copies', ['Disabled', 'Enabled']),
      'rule.filter.*': unsure('which objects are copied'),
      'rule.delete_marker_replication.status': among('whether deletions are copied', ['Enabled', 'Disabled']),
      'rule.destination.*': unsure('where the copies go'),
      'rule.source_selection_criteria.sse_kms_encrypted_objects.status': among(
        'whether encrypted objects are copied',
        ['Disabled', 'Enabled'],
        'Disabled',
      ),
    },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    presence: protects('objects are encrypted as the landing zone says'),
    attributes: {
      bucket: reference,
      'rule.apply_server_side_encryption_by_default.sse_algorithm': among('how objects are encrypted', [
        'AES256',
        'aws:kms',
        'aws:kms:dsse',
      ]),
      'rule.apply_server_side_encryption_by_default.kms_master_key_id': more('the key that encrypts objects'),
      'rule.bucket_key_enabled': harmless('how often KMS is asked'),
      'rule.blocked_encryption_types': more('kinds of encryption that are refused'),
    },
  },
  aws_s3_bucket_versioning: {
    presence: protects('what is overwritten or deleted can be had again'),
    attributes: {
      bucket: reference,
      'versioning_configuration.status': among('whether versions are kept', [['Disabled', 'Suspended'], 'Enabled']),
      'versioning_configuration.mfa_delete': kept(
        among('whether a deletion asks for a second factor', ['Disabled', 'Enabled'], 'Disabled'),
      ),
    },
  },
};
