import { z } from 'zod';
import { quotaCodePattern } from '../facts/patterns';
import { matching } from './text';

/**
 * A quota that is asked of AWS. It is only ever raised: AWS refuses a request for less than there is, and an entry that goes leaves the
 * quota as it is. If AWS grants more or less than was asked, write what was granted, or the next apply asks again.
 */
export const serviceQuotaForm = z.strictObject({
  /** Code of the service: `ec2`, `sagemaker`, `bedrock`. `aws service-quotas list-services` */
  service: matching(quotaCodePattern).max(63, 'must have at most 63 characters'),
  /** Code of the quota: `L-DB2E81BA`. `aws service-quotas list-service-quotas --service-code ec2` */
  code: matching(quotaCodePattern).max(128, 'must have at most 128 characters'),
  /** What it should be, in the unit of the quota: vCPUs, instances, requests per minute. */
  value: z.number().positive('must be more than nothing').max(10_000_000_000),
  /** @default - every region of the account */
  regions: z.array(z.string()).min(1, 'must name a region').optional(),
});
