import { emptyLedger, type Ledger, ledgerForm } from './forms/ledger';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

/** Reads the ledger; where something is wrong in it nothing is concluded from the rest. */
export function readLedger(source: SourceFile | undefined): {
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
} {
  if (!source) return { ledger: emptyLedger, problems: [] };
  const { data, problems } = salvage(ledgerForm, source, {});
  return problems.length === 0 && data ? { ledger: data, problems } : { ledger: emptyLedger, problems };
}
