type Construct = readonly [RegExp, string];

/** What Macie's regular expressions lack, by the beginning of what writes it. Source: Macie User Guide, cdis-options, read 2026-11-27. */
const unsupported: readonly Construct[] = [
  [/^\(\?<?[=!]/, 'look-ahead and look-behind'],
  [/^\(\?(?:[R&]|P[>=]|[+-]?\d)/, 'recursion and references to groups'],
  [/^\(\?(?:\(|\?|\{)/, 'conditions and embedded code'],
  [/^\\(?:[1-9]|[kg][<{'\d])/, 'back-references'],
];
const capturing: readonly Construct[] = [[/^\((?!\?)|^\(\?P?[<']/, 'capturing groups']];

/** What of an expression Macie does not support, or undefined where it supports everything but perhaps a group. */
export const tryUnsupportedByMacie = (regex: string): string | undefined => tryFind(unsupported, regex);

/** Whether a bracket captures what it matches, which Macie does not support. */
export const captures = (regex: string): boolean => tryFind(capturing, regex) !== undefined;

/** The expression as JavaScript reads it, which has no `(?i)`: Macie's guide recommends that one. */
export const withoutMacieFlags = (regex: string): string => regex.replace(/\(\?[a-z]+\)/g, '');

/** One step is an escape, a set of characters, or a character: inside a set a bracket is only itself. */
function tryFind(constructs: readonly Construct[], regex: string): string | undefined {
  for (const { 0: step, index } of regex.matchAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|./gs)) {
    if (step.startsWith('[')) continue;
    const found = constructs.find(([start]) => start.test(regex.slice(index)));
    if (found) return found[1];
  }
  return undefined;
}
