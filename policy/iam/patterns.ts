import type { Context } from './context';
import { isVariable, type Part, partsOf, type ResolvedPart, tryResolve } from './policy-variables';

/** Whether a value of a request is what a value of a policy asks for. */
export type Pattern = (actual: string, context: Context) => boolean;

/** Text with policy variables; `*` and `?` are characters like any other. */
export const textPattern = (value: string, flags = ''): Pattern =>
  compile(value, flags, (parts) =>
    parts.map((each) => escaped(each.kind === 'many' ? '*' : each.kind === 'one' ? '?' : each.text)).join(''),
  );

/** Text with policy variables, `*` and `?`, which stand for any characters. */
export const wildcardPattern = (value: string): Pattern => compile(value, '', wildcards);

/** Actions: wildcards, no variables, and capitals do not count (IAM User Guide, "Action"). */
export function actionsPattern(actions: readonly string[]): (action: string) => boolean {
  const one = actions.map((action) => wildcards(partsOf(action).filter(isResolved))).join('|');
  const expression = new RegExp(`^(?:${one})$`, 'isu');
  return (action) => expression.test(action);
}

/** `Resource`: `*` at the end of an ARN's part goes on beyond the colon (IAM User Guide, "Using wildcards in resource ARNs"). */
export const resourcePattern = (value: string): Pattern => compile(value, '', (parts) => arn(parts, true));

/**
 * ARN operators: each of the six parts by itself, with wildcards.
 *
 * @throws Error where the value cannot be an ARN
 */
export function arnPattern(value: string): Pattern {
  const parts = partsOf(value);
  if (!parts.some(isVariable) && colonsIn(parts.filter(isResolved)) < colonsOfArn)
    throw new Error(`takes ARNs, which have six parts; '${value}' has fewer`);
  return compile(value, '', (resolved) => arn(resolved, false));
}

/** Compiles once where no variable stands in the way. */
function compile(value: string, flags: string, sourceOf: (parts: readonly ResolvedPart[]) => string): Pattern {
  const parts = partsOf(value);
  const expressionOf = (resolved: readonly ResolvedPart[]) => new RegExp(`^${sourceOf(resolved)}$`, `su${flags}`);
  if (!parts.some(isVariable)) {
    const expression = expressionOf(parts.filter(isResolved));
    return (actual) => expression.test(actual);
  }
  return (actual, context) => {
    const resolved = tryResolve(parts, context);
    return resolved !== undefined && expressionOf(resolved).test(actual);
  };
}

const wildcards = (parts: readonly ResolvedPart[]): string =>
  parts.map((each) => (each.kind === 'many' ? '.*' : each.kind === 'one' ? '.' : escaped(each.text))).join('');

const colonsOfArn = 5;

/** The first five parts end at a colon; in the sixth, the resource, a colon is a character like any other. */
function arn(parts: readonly ResolvedPart[], goesOn: boolean): string {
  return parts
    .map((each, index) => {
      if (each.kind === 'text') return escaped(each.text);
      const next = parts[index + 1];
      const last = next === undefined || (next.kind === 'text' && next.text.startsWith(':'));
      const inResource = colonsIn(parts.slice(0, index)) >= colonsOfArn;
      const character = inResource || (goesOn && last && each.kind === 'many') ? '.' : '[^:]';
      return each.kind === 'many' ? `${character}*` : character;
    })
    .join('');
}

const colonsIn = (parts: readonly ResolvedPart[]): number =>
  parts.reduce((count, each) => count + (each.kind === 'text' ? each.text.split(':').length - 1 : 0), 0);

const isResolved = (each: Part): each is ResolvedPart => !isVariable(each);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
