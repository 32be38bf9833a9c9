import { type Context, valuesOf } from './context';

/** A piece of a value in a policy: text, a wildcard for many characters or for one, or the value of a condition key. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'one' }
  | { readonly kind: 'variable'; readonly key: string; readonly fallback?: string };

export type ResolvedPart = Exclude<Part, { readonly kind: 'variable' }>;

const part =
  /\$\{(?<literal>[*?$])\}|\$\{\s*(?<key>[^},']+?)\s*(?:,\s*'(?<fallback>[^']*)'\s*)?\}|(?<wildcard>[*?])|[^$*?]+|\$/g;

/**
 * Takes a value apart: `${aws:PrincipalTag/team, 'none'}` is a variable with a default, `${*}` an asterisk that is no wildcard
 * (IAM User Guide, "Variables and tags").
 */
export function partsOf(value: string): readonly Part[] {
  return [...value.matchAll(part)].map(({ 0: text, groups = {} }): Part => {
    const { literal, key, fallback, wildcard } = groups;
    if (literal) return { kind: 'text', text: literal };
    if (key) return { kind: 'variable', key, fallback };
    if (wildcard) return { kind: wildcard === '*' ? 'many' : 'one' };
    return { kind: 'text', text };
  });
}

export const isVariable = ({ kind }: Part): boolean => kind === 'variable';

export const isResolved = (each: Part): each is ResolvedPart => !isVariable(each);

/**
 * The same with text in place of the variables, or undefined where one has no value: "the value is effectively null", and nothing
 * is equal to it. A key with several values is no variable (IAM User Guide, "Policy variables with no value"). Wildcards in what a
 * request brings along are characters like any other.
 */
export function tryResolve(parts: readonly Part[], context: Context): readonly ResolvedPart[] | undefined {
  const resolved: ResolvedPart[] = [];
  for (const each of parts) {
    if (each.kind !== 'variable') {
      resolved.push(each);
      continue;
    }
    const values = valuesOf(context, each.key);
    const text = values.length === 1 ? values[0] : each.fallback;
    if (text === undefined) return undefined;
    resolved.push({ kind: 'text', text });
  }
  return resolved;
}
