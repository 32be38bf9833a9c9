import { isDeepStrictEqual } from 'node:util';
import type { DetectiveRule } from '../../schema/forms/control';
import type { Control, LandingZone } from '../../schema/landing-zone';
import { accountsIn } from '../../schema/organization-tree';
import type { PackRule } from './conformance-pack';

type DetectiveControl = Control & { readonly detect: DetectiveRule };

/**
 * The rules that the controls ask for, in the order of their names. One that would look at the same thing twice is left out:
 * the rule of the wider place detects for both controls.
 */
export function detectiveRules(zone: LandingZone): readonly PackRule[] {
  const controls = zone.controls.filter(detects);
  return controls.flatMap((control) => {
    const same = controls.filter((other) => other !== control && looksAtTheSame(other.detect, control.detect));
    if (same.some((other) => replaces(zone, other, control))) return [];
    return [ruleOf(zone, control, [control, ...same.filter((other) => replaces(zone, control, other))])];
  });
}

const detects = (control: Control): control is DetectiveControl =>
  control.mode !== 'off' && control.detect !== undefined;

const looksAtTheSame = (one: DetectiveRule, other: DetectiveRule): boolean =>
  codeOf(one) === codeOf(other) && isDeepStrictEqual(withoutRegions(one), withoutRegions(other));

const codeOf = (source: DetectiveRule): string =>
  'managed' in source ? source.managed : 'guard' in source ? source.guard : source.lambda;

const withoutRegions = ({ regions: _, ...source }: DetectiveRule): object => ({
  ...source,
  resourceTypes: source.resourceTypes?.toSorted(),
});

/** Whether a control's rule makes an equal one needless; of two that are needless to each other the first by id stays. */
const replaces = (zone: LandingZone, one: DetectiveControl, other: DetectiveControl): boolean =>
  covers(zone, one, other) && (!covers(zone, other, one) || one.id < other.id);

/** A rule has one remediation, so one that repairs in another way has to stay. */
const covers = (zone: LandingZone, one: DetectiveControl, other: DetectiveControl): boolean =>
  (other.respond === 'notify' || isDeepStrictEqual(other.respond, one.respond)) &&
  isSubset(regionsOf(zone, other.detect), regionsOf(zone, one.detect)) &&
  isSubset(accountsIn(zone, other.where), accountsIn(zone, one.where));

function isSubset<T>(part: readonly T[], whole: readonly T[]): boolean {
  const items = new Set(whole);
  return part.every((item) => items.has(item));
}

function ruleOf(zone: LandingZone, control: DetectiveControl, keeps: readonly Control[]): PackRule {
  const controls = keeps.map(({ id }) => id).sort();
  return {
    name: control.id,
    controls,
    description: describe(control, controls),
    source: control.detect,
    remediation: control.respond === 'notify' ? undefined : control.respond,
    where: control.where,
    regions: regionsOf(zone, control.detect),
  };
}

function regionsOf(zone: LandingZone, { regions }: DetectiveRule): readonly string[] {
  if (regions === undefined) return zone.regions;
  if (regions === 'home') return [zone.homeRegion];
  return zone.regions.filter((region) =>
    'only' in regions ? regions.only.includes(region) : !regions.except.includes(region),
  );
}

/** AWS Config takes no longer one (ConfigRule, `Description`). */
const maximumDescription = 256;

/** The control's title, and every control by id where there are more than the one that names the rule. */
function describe({ title }: Control, controls: readonly string[]): string {
  const text = controls.length > 1 ? `${title} (${controls.join(', ')})` : title;
  return text.length > maximumDescription ? `${text.slice(0, maximumDescription - 3)}...` : text;
}
