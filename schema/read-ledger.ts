import { exampleAccountId } from './facts/example-account';
import { emptyLedger, type Ledger, ledgerFile, ledgerForm } from './forms/ledger';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

interface ReadLedger {
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/**
 * Reads the ledger; where something is wrong in it nothing is concluded from the rest. That of the sample does not count in another
 * landing zone: what it knows exists nowhere.
 *
 * @param managementAccount as its file says; undefined where that is not known
 */
export function readLedger(source: SourceFile | undefined, managementAccount?: string): ReadLedger {
  if (!source) return { ledger: emptyLedger, problems: [] };
  const { data, problems } = salvage(ledgerForm, source, {});
  if (problems.length > 0 || !data) return { ledger: emptyLedger, problems };
  const { managementAccount: owner = managementAccount } = data.fixed;
  if (owner === managementAccount) return { ledger: data, problems };
  if (owner === exampleAccountId) return { ledger: emptyLedger, problems };
  if (managementAccount === undefined) return { ledger: data, problems };
  return { ledger: emptyLedger, problems: [foreign(owner, managementAccount)] };
}

const foreign = (owner: string | undefined, managementAccount: string): Problem => ({
  file: ledgerFile,
  field: 'fixed.managementAccount',
  value: owner,
  rule: `is the management account of another landing zone: that of this one is ${managementAccount}`,
  fix: `put the id of your management account right in its file; if this landing zone is new, delete ${ledgerFile}, and npx landing-zone lock writes yours`,
});
