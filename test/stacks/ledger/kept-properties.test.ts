import * as fc from 'fast-check';
import { stackNames } from '../../../schema/facts/stack-names';
import type { Ledger } from '../../../schema/forms/ledger';
import { rememberedStacks, tryRemembered } from '../../../schema/forms/remembered';
import {
  accountRenamed,
  addressesIn,
  importsIn,
  inOneRegion,
  lockedLedger,
  removedIn,
  start,
  withoutAi,
  withoutBedrock,
} from '../../support/ledger';
import { find, synth } from '../../support/synth';
import { type ZoneChange, zoneOf } from '../../support/zone';

describe('any edits, one after the other, while protection is on', () => {
  const edits: Readonly<Record<string, (change: ZoneChange, at: number) => ZoneChange>> = {
    'drop ai': withoutAi,
    'drop bedrock': withoutBedrock,
    'retire a region': inOneRegion,
    'rename an account': (change, at) =>
      accountRenamed(change, change.accounts?.find(({ ou }) => ou === 'Sandbox')?.name ?? '', `a${at}`),
    'rename another': (change, at) =>
      accountRenamed(change, change.accounts?.find(({ ou }) => ou?.startsWith('Workloads'))?.name ?? '', `b${at}`),
    'come back to the region': (change) => ({ ...change, settings: start().settings ?? {} }),
  };
  /** As after `lock`: former names are not needed any more. */
  const settled = (change: ZoneChange): ZoneChange => ({
    ...change,
    accounts: change.accounts?.map(({ formerly, ...account }) => account) ?? [],
  });

  /** A job of Macie that is named again runs again. */
  const isNoJob = (address: string) => !address.startsWith('aws_macie2_classification_job.');

  const first: Ledger = lockedLedger(start());

  it('lose nothing that is protected, and keep every address', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 1, maxLength: 4 }), (names) => {
        let change = start();
        let ledger = first;
        names.forEach((name, at) => {
          const edited = edits[name]?.(change, at) ?? change;
          const zone = zoneOf({ ...edited, ledger });
          const stacks = synth(zone);
          for (const stack of rememberedStacks(ledger)) {
            const known = tryRemembered(ledger, stack) ?? {};
            const there = new Set([...addressesIn(find(stacks, stack)), ...removedIn(find(stacks, stack))]);
            expect(Object.keys(known).filter((address) => !there.has(address))).toEqual([]);
            for (const address of removedIn(find(stacks, stack)))
              expect(addressesIn(find(stacks, stack))).not.toContain(address);
            const imported = importsIn(find(stacks, stack)).map(({ to }) => to);
            expect(new Set(imported).size).toBe(imported.length);
            expect(addressesIn(find(stacks, stack))).toEqual(expect.arrayContaining(imported));
          }
          const next = lockedLedger({ ...edited, ledger });
          for (const stack of rememberedStacks(ledger))
            expect(Object.keys(tryRemembered(next, stack) ?? {})).toEqual(
              expect.arrayContaining(Object.keys(tryRemembered(ledger, stack) ?? {}).filter(isNoJob)),
            );
          const lockedTwice = lockedLedger({ ...edited, ledger: next });
          expect(lockedTwice).toEqual(next);
          expect(
            Object.values(next.accounts)
              .map(({ key }) => key)
              .sort(),
          ).toEqual(
            Object.values(ledger.accounts)
              .map(({ key }) => key)
              .sort(),
          );
          expect(zone.activeAccounts.map(stackNames.account).every((stack) => stacks[stack])).toBe(true);
          ledger = next;
          change = settled(edited);
        });
      }),
      { numRuns: 8 },
    );
  });
});
