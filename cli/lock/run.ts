import { writeLedgerFile } from '../../project/ledger-file';
import { type Ledger, ledgerFile } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { differenceOf, isCurrent } from '../../stacks/ledger/difference';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import type { Answer } from '../kit/command';
import { readZone } from '../read-zone';
import { linesOf } from './report';

/** Writes the ledger, or says what it lacks. */
export async function run(
  { check }: { readonly check: boolean },
  _context: unknown,
  read: () => LandingZone = readZone,
  write: (ledger: Ledger) => void = writeLedgerFile,
): Promise<Answer> {
  const zone = read();
  const next = ledgerOf(zone);
  const difference = differenceOf(zone.ledger, next);
  if (!check) write(next);
  const done = isCurrent(difference) ? `${ledgerFile} is as it has to be.` : `${ledgerFile} is written:`;
  const stale = check && !isCurrent(difference);
  const first = stale ? `${ledgerFile} is not as it has to be: run npx landing-zone lock` : done;
  return { text: [first, ...linesOf(difference)].join('\n'), json: { file: ledgerFile, ...difference }, no: stale };
}
