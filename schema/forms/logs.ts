import { z } from 'zod';

/** How long the log archive keeps what, and whether anybody may take it away before. */
export const logsForm = z
  .strictObject({
    /** Days until a log object is deleted. HIPAA asks for six years (45 CFR 164.316(b)(2)(i)). */
    retentionDays: z.int().min(90).max(36_500).default(2_557),
    /** Days until a log object moves to S3 Glacier Instant Retrieval, where it is still asked by Athena. */
    archiveAfterDays: z.int().min(1).max(36_500).default(180),
    /**
     * Write-once trails. `COMPLIANCE` cannot be undone by anybody, root included. Only trails: Config does not deliver to a bucket with
     * default retention (Config Developer Guide, manage-delivery-channel). @default - off
     */
    objectLock: z
      .strictObject({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), days: z.int().min(1).max(36_500) })
      .optional(),
  })
  .prefault({});
