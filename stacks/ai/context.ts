import type { TerraformStack } from 'cdktf';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Received } from '../kernel/contract';
import type { Places } from '../kernel/places';
import type { logArchiveContract } from '../log-archive/log-archive-stack';
import type { EncryptionKey } from '../parts/encryption-key';
import type { HardenedBucket } from '../parts/hardened-bucket';
import type { securityContract } from '../security/security-stack';

/** An account that trains or serves models. */
export type AiAccount = Account & { readonly ai: NonNullable<Account['ai']> };

/** What every capability of an AI account builds on. */
export interface AiContext {
  readonly stack: TerraformStack;
  readonly zone: LandingZone;
  readonly account: AiAccount;
  readonly here: Places;
  /** The id of any account of the landing zone: twelve digits, or their token. */
  readonly accountId: (account: Account) => string;
  /** The ARN of an OU by its path. */
  readonly ouArn: (path: string) => string;
  /** Encrypts training data and model artifacts. */
  readonly key: EncryptionKey;
  readonly training: HardenedBucket;
  readonly models: HardenedBucket;
  /** Server access logs of the home region. */
  readonly accessLog: HardenedBucket;
  /** What the log archive publishes; the stack depends on it once it is asked. */
  readonly logArchive: () => Received<typeof logArchiveContract>;
  /** What the security account publishes; the stack depends on it once it is asked. */
  readonly security: () => Received<typeof securityContract>;
  /** `prevent_destroy`, unless the landing zone is being torn down. */
  readonly keep: { readonly preventDestroy: true } | undefined;
}
