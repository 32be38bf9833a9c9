import type { LifecycleRule } from '@aws-sdk/client-s3';
import type { Attributes } from '../reader';

/** Rules of a lifecycle as Terraform writes them, with all that a rule can say: they are compared whole. */
export const lifecycleRules = (rules: readonly LifecycleRule[]): readonly Attributes[] =>
  rules.map((rule) => ({
    id: rule.ID,
    status: rule.Status,
    // The older place of the prefix: no stack writes it.
    prefix: rule.Prefix,
    filter: filterOf(rule),
    expiration: {
      date: rule.Expiration?.Date,
      days: rule.Expiration?.Days,
      expired_object_delete_marker: rule.Expiration?.ExpiredObjectDeleteMarker || undefined,
    },
    noncurrent_version_expiration: {
      noncurrent_days: rule.NoncurrentVersionExpiration?.NoncurrentDays,
      newer_noncurrent_versions: rule.NoncurrentVersionExpiration?.NewerNoncurrentVersions,
    },
    abort_incomplete_multipart_upload: {
      days_after_initiation: rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
    },
    transition: (rule.Transitions ?? []).map(({ Date: date, Days, StorageClass }) => ({
      date,
      days: Days,
      storage_class: StorageClass,
    })),
    noncurrent_version_transition: (rule.NoncurrentVersionTransitions ?? []).map(
      ({ NoncurrentDays, NewerNoncurrentVersions, StorageClass }) => ({
        noncurrent_days: NoncurrentDays,
        newer_noncurrent_versions: NewerNoncurrentVersions,
        storage_class: StorageClass,
      }),
    ),
  }));

/** AWS puts several conditions under `And`; what they say is the same. */
function filterOf({ Filter }: LifecycleRule): Attributes {
  const { Tag, ...alone } = Filter ?? {};
  const said = { ...alone, ...Filter?.And };
  return {
    prefix: said.Prefix,
    tag: [...(Tag ? [Tag] : []), ...(Filter?.And?.Tags ?? [])].map(({ Key, Value }) => ({ key: Key, value: Value })),
    object_size_greater_than: said.ObjectSizeGreaterThan,
    object_size_less_than: said.ObjectSizeLessThan,
  };
}
