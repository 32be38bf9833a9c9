import type { Workload } from '../../forms/ai';
import type { Settings } from '../../forms/settings';
import type { AccountInFile } from '../subject';

/** What the rules of a workload look at: its account among the others. */
export interface WorkloadSubject {
  readonly settings: Settings;
  readonly account: AccountInFile;
  readonly ai: Workload;
  /** Every account of the landing zone, this one among them. */
  readonly accounts: readonly AccountInFile[];
}
