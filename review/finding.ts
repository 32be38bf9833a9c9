import type { ChangeKind } from './resource-changes';
import type { Effect } from './verdict';

/** Something that changes, with what it does. */
export interface Finding {
  readonly stack: string;
  /** As people call it; where it is about several, each of them. */
  readonly accounts: readonly string[];
  readonly region?: string;
  /** `aws_kms_key.trails-key`, or what else changes: `policies of the organization`. */
  readonly subject: string;
  readonly change: ChangeKind;
  readonly effects: readonly Effect[];
}
