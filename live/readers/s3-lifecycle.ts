import type { LifecycleRule } from '@aws-sdk/client-s3';
import type { Attributes } from '../reader';

/** Rules of a lifecycle as Terraform writes them. */
export const lifecycleRules = (rules: readonly LifecycleRule[]): readonly Attributes[] =>
  rules.map((rule) => ({
    id: rule.ID,
    status: rule.Status,
    filter: { prefix: rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix },
    expiration: { days: rule.Expiration?.Days },
    noncurrent_version_expiration: { noncurrent_days: rule.NoncurrentVersionExpiration?.NoncurrentDays },
    abort_incomplete_multipart_upload: {
      days_after_initiation: rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
    },
    transition: (rule.Transitions ?? []).map(({ Days, StorageClass }) => ({ days: Days, storage_class: StorageClass })),
    noncurrent_version_transition: (rule.NoncurrentVersionTransitions ?? []).map(
      ({ NoncurrentDays, StorageClass }) => ({
        noncurrent_days: NoncurrentDays,
        storage_class: StorageClass,
      }),
    ),
  }));
