import { readManifest, readStack } from '../../deployment/manifest';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { readingSynthesis } from '../../stacks';
import type { NamedChange } from './table';

/** What a change makes of the stacks, before anything is planned. */
type Effect = { readonly changed: readonly string[] } | { readonly refusal: string };

/** What every stack of a landing zone is, by name. */
export const textsOf = (zone: LandingZone): ReadonlyMap<string, string> =>
  readingSynthesis(zone, (outdir) => new Map(readManifest(outdir).map((stack) => [stack.name, readStack(stack)])));

/** Which stacks a change makes others of, or why it is refused. */
export function effectOf(before: ReadonlyMap<string, string>, change: () => LandingZone): Effect {
  try {
    const after = textsOf(change());
    const names = [...new Set([...before.keys(), ...after.keys()])];
    return { changed: names.filter((name) => before.get(name) !== after.get(name)) };
  } catch (error) {
    if (error instanceof InvalidLandingZone) return { refusal: error.message };
    throw error;
  }
}

/** What the effect of a change has that its row does not say; undefined where they agree. */
export function tryContradiction(change: NamedChange, effect: Effect): string | undefined {
  if (change.kind === 'unrehearsed') return undefined;
  if ('refusal' in effect) {
    if (change.kind !== 'refused') return `synth refuses it:\n${effect.refusal}`;
    return effect.refusal.includes(change.says)
      ? undefined
      : `synth refuses it without saying '${change.says}':\n${effect.refusal}`;
  }
  if (change.kind === 'refused') return 'synth lets it through, and the table says that it is refused';
  const changesStacks = effect.changed.length > 0;
  if (change.kind === 'live' && !changesStacks) return 'it changes no stack, so nothing is rehearsed';
  if (change.kind === 'words' && changesStacks)
    return `it changes ${effect.changed.join(', ')}, and the table says none`;
  return undefined;
}
