import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLedgerFile } from '../../project/ledger-file';
import { type Ledger, ledgerFile } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../../stacks';
import { differenceOf, isCurrent } from '../../stacks/ledger/difference';
import { nextLedger } from '../../stacks/ledger/next-ledger';
import { readWrittenStacks } from '../../stacks/ledger/written-stacks';
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

/** What has to be in the ledger: protection counts as it is while it is on, because a teardown takes it off everywhere. */
function ledgerOf(zone: LandingZone): Ledger {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-ledger-'));
  try {
    synthesizeLandingZone({ ...zone, protection: 'on' }, { outdir });
    return nextLedger(zone, readWrittenStacks(outdir, Object.keys(zone.ledger.protected)));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
