import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, ledgerFile } from '../schema/forms/ledger';
import type { Problem, SourceFile } from '../schema/problems/problem';
import { withoutByteOrderMark } from '../schema/text';
import { type Place, thisProject } from './place';

/** The ledger, unchecked; undefined where the project has none. */
export function readLedgerFile({ root }: Place = thisProject): {
  readonly source: SourceFile | undefined;
  readonly problems: readonly Problem[];
} {
  try {
    const value: unknown = JSON.parse(withoutByteOrderMark(readFileSync(join(root, ledgerFile), 'utf8')));
    return { source: { file: ledgerFile, value }, problems: [] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { source: undefined, problems: [] };
    return { source: undefined, problems: [problemOf(String(error))] };
  }
}

/** Writes the ledger as it is checked in. */
export const writeLedgerFile = (ledger: Ledger, { root }: Place = thisProject): void =>
  writeFileSync(join(root, ledgerFile), `${JSON.stringify(ledger, null, 2)}\n`);

const problemOf = (value: string): Problem => ({
  file: ledgerFile,
  field: 'the file',
  value,
  rule: 'must be JSON as landing-zone lock wrote it',
  fix: "restore it from version control; after a merge, keep both sides' entries and run 'npx landing-zone lock'",
});
