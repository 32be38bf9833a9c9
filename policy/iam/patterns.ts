import { withoutCapitals } from './ascii';
import type { Context } from './context';
import { arnSigns, colonsIn, colonsOfArn, type Sign, textSigns, wildcardSigns } from './pattern-signs';
import { isResolved, isVariable, partsOf, type ResolvedPart, tryResolve } from './policy-variables';

/** Whether a value of a request is what a value of a policy asks for. */
export type Pattern = (actual: string, context: Context) => boolean;

/** Text with policy variables; `*` and `?` are characters like any other. */
export const textPattern = (value: string): Pattern => compile(value, textSigns);

/** The same where the capitals of ASCII do not count. */
export const anyCasePattern = (value: string): Pattern => compile(value, textSigns, withoutCapitals);

/** Text with policy variables, `*` and `?`, which stand for any characters. */
export const wildcardPattern = (value: string): Pattern => compile(value, wildcardSigns);

/** Actions: wildcards, no variables, and capitals do not count (IAM User Guide, "Action"). */
export function actionsPattern(actions: readonly string[]): (action: string) => boolean {
  const one = actions.map((action) => sourceOf(wildcardSigns(partsOf(action).filter(isResolved)))).join('|');
  // With the flag u, `i` would also take signs beyond ASCII for letters of it: ſ for s, and the sign for kelvin for k.
  const expression = new RegExp(`^(?:${one})$`, 'is');
  // Whoever asks about many requests asks about the same action in many accounts, one after the other.
  let last: { readonly action: string; readonly matches: boolean } | undefined;
  return (action) => {
    if (last?.action !== action) last = { action, matches: expression.test(action) };
    return last.matches;
  };
}

/** `Resource`: `*` at the end of an ARN's part goes on beyond the colon (IAM User Guide, "Using wildcards in resource ARNs"). */
export const resourcePattern = (value: string): Pattern => compile(value, (parts) => arnSigns(parts, true));

/**
 * ARN operators: each of the six parts by itself, with wildcards.
 *
 * @throws Error where the value cannot be an ARN
 */
export function arnPattern(value: string): Pattern {
  const parts = partsOf(value);
  if (!parts.some(isVariable) && colonsIn(parts.filter(isResolved)) < colonsOfArn)
    throw new Error(`takes ARNs, which have six parts; '${value}' has fewer`);
  return compile(value, (resolved) => arnSigns(resolved, false));
}

/**
 * Compiles once where no variable stands in the way.
 *
 * @param fold what is done to both sides before they are compared
 */
function compile(
  value: string,
  signsOf: (parts: readonly ResolvedPart[]) => readonly Sign[],
  fold: (text: string) => string = (text) => text,
): Pattern {
  const parts = partsOf(value);
  const expressionOf = (resolved: readonly ResolvedPart[]) =>
    new RegExp(`^${fold(sourceOf(signsOf(resolved)))}$`, 'su');
  if (!parts.some(isVariable)) {
    const expression = expressionOf(parts.filter(isResolved));
    return (actual) => expression.test(fold(actual));
  }
  return (actual, context) => {
    const resolved = tryResolve(parts, context);
    return resolved !== undefined && expressionOf(resolved).test(fold(actual));
  };
}

const sourceOf = (signs: readonly Sign[]): string =>
  signs
    .map((sign) => {
      if (sign.kind === 'text') return escaped(sign.text);
      const character = sign.colons ? '.' : '[^:]';
      return sign.kind === 'many' ? `${character}*` : character;
    })
    .join('');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
