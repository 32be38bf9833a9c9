import type { DigestSeverity } from './request';

/** What the reader of one source finds in an event. */
export interface Told {
  readonly severity: DigestSeverity;
  readonly kind: string;
  readonly title: string;
  /** Where it is not the account of the event. */
  readonly account?: string;
}
