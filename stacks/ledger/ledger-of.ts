import type { Ledger } from '../../schema/forms/ledger';
import { rememberedStacks } from '../../schema/forms/remembered';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../index';
import { nextLedger } from './next-ledger';
import { readWrittenStacks } from './written-stacks';

/** What has to be in the ledger: protection counts as it is while it is on, because a teardown takes it off everywhere. */
export const ledgerOf = (zone: LandingZone): Ledger =>
  readingSynthesis({ ...zone, protection: 'on' }, (outdir) =>
    nextLedger(zone, readWrittenStacks(outdir, rememberedStacks(zone.ledger))),
  );
