/** What a token of a row filter can stand beside. */
type Kind = 'start' | 'operator' | 'sign' | 'operand' | 'open' | 'close' | 'comma' | 'not' | 'word' | 'end';

const operators = /^(?:<>|[<>!]=|[=<>*/%]|and|or|like|in|between|is|escape)$/i;

/** What no token of a kind has behind it: `age >`, `> =`, `ward 'A'`, `( AND`. Words such as DATE stand before texts, and are columns too. */
const refused: Partial<Record<Kind, readonly Kind[]>> = {
  start: ['operator', 'comma', 'end'],
  operator: ['operator', 'close', 'comma', 'end'],
  sign: ['operator', 'close', 'comma', 'end'],
  open: ['operator', 'comma'],
  comma: ['operator', 'close', 'comma', 'end'],
  operand: ['operand'],
  close: ['operand'],
  not: ['close', 'comma', 'end'],
};

/** What is wrong with the order of the tokens of a row filter, or undefined where nothing is. */
export function tryOrderError(tokens: readonly string[], isKeyword: (word: string) => boolean): string | undefined {
  let kind: Kind = 'start';
  let before = '';
  for (const token of [...tokens, '']) {
    const next = kindOf(token, isKeyword);
    if (refused[kind]?.includes(next)) {
      const place = kind === 'start' ? 'at its beginning' : `behind ${before}`;
      return next === 'end' ? `something is missing ${place}` : `${token} cannot stand ${place}`;
    }
    kind = next;
    before = token;
  }
  return undefined;
}

function kindOf(token: string, isKeyword: (word: string) => boolean): Kind {
  if (token === '') return 'end';
  if (operators.test(token)) return 'operator';
  if (/^not$/i.test(token)) return 'not';
  const signs: Readonly<Record<string, Kind>> = { '(': 'open', ')': 'close', ',': 'comma', '+': 'sign', '-': 'sign' };
  if (signs[token]) return signs[token];
  const isWord = isKeyword(token.toLowerCase()) && !/^(?:true|false|null|missing)$/i.test(token);
  return isWord ? 'word' : 'operand';
}
