import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costDifference } from '../../../cli/cost/difference';
import { describeDifference } from '../../../cli/cost/text-difference';
import { usageForm } from '../../../schema/forms/usage';
import type { LandingZone } from '../../../schema/landing-zone';
import { synthesizeLandingZone } from '../../../stacks';
import { smallZone, synth } from '../../support/synth';
import { sampleSettings } from '../../support/zone';

const stacksOf = (zone: LandingZone) => {
  const stacks = synth(zone);
  return { names: Object.keys(stacks), read: (name: string) => stacks[name]?.json as never };
};
const zone = smallZone();
const daily = smallZone({ services: { ...sampleSettings().services, config: { recordingFrequency: 'DAILY' } } });
const larger = smallZone({}, ['acquired']);

describe('the difference of two landing zones', () => {
  it('is nothing where nothing changes', () => {
    const same = costDifference(stacksOf(zone), stacksOf(smallZone()));
    expect(same).toMatchObject({ difference: { fixed: 0, typical: 0 }, charges: [], settings: [] });
    expect(describeDifference(same)).toBe('A month costs what it cost before.');
  });

  it('names the line that goes and the one that comes, and the setting', () => {
    const { charges, settings, difference } = costDifference(stacksOf(zone), stacksOf(daily));
    const units = new Set(charges.map(({ unit }) => unit));
    expect(units).toEqual(new Set(['configuration items', 'configuration items, once a day']));
    expect(settings.map(({ field }) => field)).toEqual(['services.config']);
    // Three core accounts in one region, of 100 changes each: at 0.012 in place of 0.003.
    expect(difference.typical).toBeCloseTo(300 * 0.009, 6);
    expect(difference.fixed).toBe(0);
  });

  it('has every line of an account that comes', () => {
    const { charges, before, after, difference } = costDifference(stacksOf(zone), stacksOf(larger));
    expect(new Set(charges.map(({ account }) => account))).toEqual(new Set(['acquired']));
    expect(charges.every((charge) => charge.before.high === 0)).toBe(true);
    expect(after.typical - before.typical).toBeCloseTo(difference.typical, 9);
    expect(describeDifference(costDifference(stacksOf(zone), stacksOf(larger)))).toMatch(
      /^A usual month costs .* in place of /,
    );
  });

  it('is made under the usage that is given, of both', () => {
    const none = { changes: 0 };
    const usage = usageForm.parse({ classes: { core: none, workload: none, ai: none, sandbox: none } });
    expect(costDifference(stacksOf(zone), stacksOf(daily), { usage }).charges).toEqual([]);
  });

  it('is read of output folders, which is all that is needed of an older release', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cost-difference-'));
    try {
      synthesizeLandingZone(zone, { outdir: join(folder, 'before') });
      synthesizeLandingZone(daily, { outdir: join(folder, 'after') });
      const { difference } = costDifference(join(folder, 'before'), join(folder, 'after'));
      expect(difference.typical).toBeCloseTo(300 * 0.009, 6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
