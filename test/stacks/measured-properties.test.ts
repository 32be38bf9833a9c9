import * as fc from 'fast-check';
import { resolveLandingZone } from '../../schema/resolve';
import { validSpecs } from '../support/arbitrary-zone';
import { problemsOf } from '../support/synth';
import { accountFile, settingsFile } from '../support/zone';

describe('what is synthesized', () => {
  it('is within every quota, whatever keeps the rules', () => {
    fc.assert(
      fc.property(validSpecs, ({ settings, accounts }) => {
        // The longest prefix; one region and five accounts, because a document is the same in each.
        const value = { ...settings, name: 'n'.repeat(20), regions: [settings.homeRegion], retiredRegions: [] };
        const few = accounts.slice(0, 5).map(({ regions: _, ...account }) => accountFile(account));
        expect(problemsOf(resolveLandingZone({ settings: { file: settingsFile, value }, accounts: few }))).toEqual([]);
      }),
      { numRuns: 16 },
    );
  });
});
