import { accountForm } from '../../../schema/forms/account';
import { settingsFile, settingsForm } from '../../../schema/forms/settings';
import type { LandingZone } from '../../../schema/landing-zone';
import { valueAt } from '../../../schema/problems/form-fields';
import { InvalidLandingZone, type SourceFile } from '../../../schema/problems/problem';
import { type LandingZoneFiles, resolveLandingZone } from '../../../schema/resolve';
import type { Amount, Estimate, Share } from '../estimate';
import { type Alternative, alternatives, changed, tryFormAt } from './alternatives';
import type { Lever } from './lever';

/** What a landing zone costs; throws where it cannot be built. */
export type Costing = (zone: LandingZone) => Estimate;

/** Fields so far below what something is billed for are tried too: what is deeper saves a part of a part. */
const deepest = 2;

/** A field of a file with each value that it may have instead. */
interface Trial {
  readonly source: SourceFile;
  readonly alternative: Alternative;
  readonly share: Share;
}

/**
 * Every step from today's values of the fields that something is billed for: steps of a whole field before those of its parts, and the
 * dearest fields first.
 */
export function trialsOf(files: LandingZoneFiles, zone: LandingZone, shares: readonly Share[]): readonly Trial[] {
  const seen = new Set<string>();
  const trials = shares.flatMap((share) => {
    const { file, field } = share;
    const source = file === settingsFile ? files.settings : files.accounts.find((each) => each.file === file);
    const path = field.split('.');
    const form = tryFormAt(file === settingsFile ? settingsForm : accountForm, path);
    if (!source || !form) return [];
    const whole = file === settingsFile ? zone : zone.accounts.find((account) => account.file === file);
    return alternatives(form, valueAt(whole, path), path)
      .filter(({ path: at, change }) => {
        const key = `${file} ${at.join('.')} ${change}`;
        return at.length <= path.length + deepest && !seen.has(key) && seen.add(key);
      })
      .map((alternative) => ({ source, alternative, share, depth: alternative.path.length - path.length }));
  });
  return trials.sort((a, b) => a.depth - b.depth || b.share.usd.typical - a.share.usd.typical);
}

/**
 * What a month costs less after one step, found by building the landing zone with it: a lever, `'idle'` where it costs the same, and
 * undefined where that may not be, or costs more.
 */
export function tryRecompute(
  files: LandingZoneFiles,
  { source, alternative }: Trial,
  today: Estimate,
  costing: Costing,
): Lever | 'idle' | undefined {
  const next: SourceFile = { ...source, value: changed(source.value, alternative.path, alternative.value) };
  try {
    const then = costing(
      resolveLandingZone(
        source.file === settingsFile
          ? { ...files, settings: next }
          : { ...files, accounts: files.accounts.map((each) => (each.file === source.file ? next : each)) },
      ),
    );
    const saves = less(today.total, then.total);
    if (Math.abs(saves.typical) < 0.005) return 'idle';
    if (saves.typical < 0) return undefined;
    return {
      file: source.file,
      field: alternative.path.join('.'),
      change: alternative.change,
      saves,
      found: 'recomputed',
      givesUp: missing(today, then),
    };
  } catch (error) {
    if (error instanceof InvalidLandingZone) return undefined;
    throw error;
  }
}

const less = (a: Amount, b: Amount): Amount => ({
  fixed: a.fixed - b.fixed,
  low: a.low - b.low,
  typical: a.typical - b.typical,
  high: a.high - b.high,
});

/** Which resources are not made any more. */
function missing({ resources: before }: Estimate, { resources: after }: Estimate): string {
  const gone = Object.entries(before)
    .map(([type, count]) => ({ type, count: count - (after[type] ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const total = gone.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 'no resource';
  const named = gone.slice(0, 2).map(({ type, count }) => `${count} ${type.replace(/^aws_/, '')}`);
  return `${total} resources: ${named.join(', ')}${gone.length > 2 ? ', …' : ''}`;
}
