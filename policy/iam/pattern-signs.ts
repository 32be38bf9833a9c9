import type { ResolvedPart } from './policy-variables';

/** A piece of a pattern: text, or any one or any number of characters, of which a colon may be none. */
export type Sign =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' | 'many'; readonly colons: boolean };

/** Text; `*` and `?` are characters like any other. */
export const textSigns = (parts: readonly ResolvedPart[]): readonly Sign[] =>
  parts.map((each) => ({ kind: 'text', text: each.kind === 'many' ? '*' : each.kind === 'one' ? '?' : each.text }));

/** Text with wildcards, which stand for any characters. */
export const wildcardSigns = (parts: readonly ResolvedPart[]): readonly Sign[] =>
  parts.map((each) => (each.kind === 'text' ? each : { kind: each.kind, colons: true }));

export const colonsOfArn = 5;

/**
 * Of an ARN the first five parts end at a colon; in the sixth, the resource, a colon is a character like any other.
 *
 * @param goesOn whether `*` at the end of a part goes on beyond the colon
 */
export const arnSigns = (parts: readonly ResolvedPart[], goesOn: boolean): readonly Sign[] =>
  parts.map((each, index) => {
    if (each.kind === 'text') return each;
    const next = parts[index + 1];
    const last = next === undefined || (next.kind === 'text' && next.text.startsWith(':'));
    const inResource = colonsIn(parts.slice(0, index)) >= colonsOfArn;
    return { kind: each.kind, colons: inResource || (goesOn && last && each.kind === 'many') };
  });

export const colonsIn = (parts: readonly ResolvedPart[]): number =>
  parts.reduce((count, each) => count + (each.kind === 'text' ? each.text.split(':').length - 1 : 0), 0);
