import type { Workload } from '../../forms/ai';
import type { AccountInFile, ZoneSubject } from '../subject';

/** What the rules of a workload look at: its account among the others. */
export interface WorkloadSubject extends ZoneSubject {
  readonly account: AccountInFile;
  readonly ai: Workload;
}
