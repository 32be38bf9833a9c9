import { Token } from 'cdktf';

type Resolve = (value: unknown, options: { readonly scope: object }) => unknown;

/**
 * Lets CDKTF look for tokens only where there are some. For every text, number, key and list it builds a context and a path and tries four
 * regular expressions otherwise, and it asks about each value twice: once by element, once by stack. That is half of a large synth.
 * What is written is the same; an error of a token does not say any more where in the element it stood. `LANDING_ZONE_DEBUG=1` leaves
 * CDKTF as it is.
 */
export function resolveTokensOnly(): void {
  if (process.env.LANDING_ZONE_DEBUG) return;
  const module = require('cdktf/lib/tokens/private/resolve') as { resolve: Resolve & { readonly tokensOnly?: true } };
  if (module.resolve.tokensOnly) return;
  module.resolve = Object.assign(tokensOnly(module.resolve), { tokensOnly: true as const });
}

/**
 * Resolves as `resolve` does, which is asked about what has tokens in it, or what only CDKTF can judge. What has none is not copied, and a
 * text that stands in a stack many times, as the provider does in each resource, is resolved once for it.
 */
export function tokensOnly(resolve: Resolve): Resolve {
  const texts = new WeakMap<object, Map<string, unknown>>();
  return (whole, options) => {
    const known = texts.get(options.scope) ?? new Map<string, unknown>();
    texts.set(options.scope, known);
    const resolvedText = (text: string): unknown => {
      if (!isMarked(text)) return text;
      const before = known.get(text);
      if (before !== undefined) return before;
      const after = resolve(text, options);
      // Lists and maps are written into later.
      if (typeof after === 'string') known.set(text, after);
      return after;
    };
    const resolved = (value: unknown): unknown => {
      if (typeof value === 'string') return resolvedText(value);
      if (typeof value === 'number') return isNumberToken(value) ? resolve(value, options) : value;
      if (typeof value === 'boolean' || value === null || value === undefined) return value;
      if (Array.isArray(value)) return value.some(isListToken) ? resolve(value, options) : resolvedList(value);
      if (!isPlain(value) || Object.keys(value).some(isMarked)) return resolve(value, options);
      return resolvedMap(value);
    };
    const resolvedList = (list: readonly unknown[]): unknown => {
      const items = list.map(resolved);
      return items.every((after, index) => after === list[index] && after !== undefined)
        ? list
        : items.filter(isDefined);
    };
    // A loop, because most of a stack are maps, and each list made on the way takes its time.
    const resolvedMap = (map: Readonly<Record<string, unknown>>): unknown => {
      const members: Record<string, unknown> = {};
      let same = Object.getPrototypeOf(map) !== null;
      for (const key of Object.keys(map)) {
        const after = resolved(map[key]);
        same &&= after === map[key] && after !== undefined;
        if (after !== undefined) members[key] = after;
      }
      return same ? map : members;
    };
    return resolved(whole);
  };
}

const isDefined = (value: unknown): boolean => value !== undefined;

/**
 * Whether a text has marks of a token: `${TfToken[`; those of one that is encoded as a number, `-1.8881545897087e+289`; and what stands
 * for the value of a map, which CDKTF refuses wherever it is found. Policies are long texts, in which `includes` looks faster than a
 * regular expression.
 */
const isMarked = (text: string): boolean =>
  text.includes('TfToken[') || (text.includes('e+') && /e\+\d/.test(text)) || isMapValue(text);

/** Compared and not looked up: for that each policy would be read from end to end. */
const isMapValue = (text: string): boolean => text === stringMapValue || text === anyMapValue;

const { STRING_MAP_TOKEN_VALUE: stringMapValue, ANY_MAP_TOKEN_VALUE: anyMapValue } = Token;

/** CDKTF encodes a token as a number of 289 digits, and the value of a map as this one. */
const isNumberToken = (value: number): boolean =>
  Math.abs(value) > Number.MAX_SAFE_INTEGER || value === Token.NUMBER_MAP_TOKEN_VALUE;

/** Whether an element may make a token of the whole list. */
const isListToken = (value: unknown): boolean =>
  typeof value === 'number' ? isNumberToken(value) : typeof value === 'string' && isMarked(value);

/** Whether it is an object of data, and no token. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || 'resolve' in value) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
