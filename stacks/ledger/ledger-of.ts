import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '../../schema/forms/ledger';
import { rememberedStacks } from '../../schema/forms/remembered';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../index';
import { nextLedger } from './next-ledger';
import { readWrittenStacks } from './written-stacks';

/** What has to be in the ledger: protection counts as it is while it is on, because a teardown takes it off everywhere. */
export function ledgerOf(zone: LandingZone): Ledger {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-ledger-'));
  try {
    synthesizeLandingZone({ ...zone, protection: 'on' }, { outdir });
    return nextLedger(zone, readWrittenStacks(outdir, rememberedStacks(zone.ledger)));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
