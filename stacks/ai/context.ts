import type { Account } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import type { logArchiveContract } from '../log-archive/contract';
import type { managementContract } from '../management/contract';
import type { EncryptionKey } from '../parts/encryption-key';
import type { HardenedBucket } from '../parts/hardened-bucket';

/** An account that trains or serves models. */
export type AiAccount = Account & { readonly ai: NonNullable<Account['ai']> };

/** What every capability of an AI account builds on. */
export interface AiContext {
  readonly account: AiAccount;
  /** Encrypts training data and model artifacts. */
  readonly key: EncryptionKey;
  readonly training: HardenedBucket;
  /** Server access logs of the home region. */
  readonly accessLog: HardenedBucket;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
}
