import { Token } from 'cdktf';

type Resolve = (value: unknown, options: unknown) => unknown;

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

/** Resolves as `resolve` does, which is asked about what has tokens in it, or what only CDKTF can judge. */
export function tokensOnly(resolve: Resolve): Resolve {
  return (whole, options) => {
    const resolved = (value: unknown): unknown => {
      if (typeof value === 'string') return marks.test(value) ? resolve(value, options) : value;
      if (typeof value === 'number') return isNumberToken(value) ? resolve(value, options) : value;
      if (typeof value === 'boolean' || value === null || value === undefined) return value;
      if (Array.isArray(value) && !value.some(isListToken))
        return value.map(resolved).filter((each) => each !== undefined);
      if (!isPlain(value)) return resolve(value, options);
      const members: [string, unknown][] = [];
      for (const [key, each] of Object.entries(value)) {
        const member = resolved(each);
        if (member !== undefined) members.push([key, member]);
      }
      return Object.fromEntries(members);
    };
    return resolved(whole);
  };
}

/**
 * Marks of a token in a text: `${TfToken[`; of one that is encoded as a number, `-1.8881545897087e+289`; and what stands for the value of
 * a map, which CDKTF refuses wherever it is found.
 */
const marks = /TfToken\[|e\+\d|^(String|Any) Map Token Value$/;

/** CDKTF encodes a token as a number of 289 digits, and the value of a map as this one. */
const isNumberToken = (value: number): boolean =>
  Math.abs(value) > Number.MAX_SAFE_INTEGER || value === Token.NUMBER_MAP_TOKEN_VALUE;

/** Whether an element may make a token of the whole list. */
const isListToken = (value: unknown): boolean =>
  typeof value === 'number' ? isNumberToken(value) : typeof value === 'string' && marks.test(value);

/** Whether it is an object without tokens in its keys, and no token itself. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || 'resolve' in value) return false;
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !Object.keys(value).some((key) => marks.test(key));
}
