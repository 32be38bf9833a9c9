/** Why an expression is no condition on rows. */
export class RowFilterError extends Error {}

/**
 * The columns of a row filter, read by the grammar of conditions: comparisons, IN, LIKE, BETWEEN, IS NULL, joined by AND, OR and NOT.
 * Source: Lake Formation Developer Guide, "PartiQL support in row filter expressions".
 *
 * @throws RowFilterError where the text is no such condition, or names no column
 */
export function columnsOfRowFilter(expression: string): readonly string[] {
  const reader = new Reader(tokensOf(expression));
  reader.condition();
  reader.end();
  if (reader.columns.length === 0) throw new RowFilterError('it names no column');
  return reader.columns;
}

const token = /\s*('(?:[^']|'')*'|"[^"]+"|\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\.\w+)*|<>|[<>!]=|[=<>(),+*/%-])/y;

/** Words that are no columns: of conditions, of literals and of statements. */
const reserved = new Set(
  'and or not in like between is null missing escape cast as true false date timestamp select from where union join insert update delete drop'.split(
    ' ',
  ),
);

function tokensOf(expression: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const length = expression.trimEnd().length;
  for (let start = 0; start < length; start = token.lastIndex) {
    const [, found] = token.exec(expression) ?? [];
    if (found === undefined) throw new RowFilterError(`unexpected '${expression.slice(start).trim().slice(0, 12)}'`);
    tokens.push(found);
  }
  return tokens;
}

class Reader {
  readonly columns: string[] = [];
  private place = 0;

  constructor(private readonly tokens: readonly string[]) {}

  condition(): void {
    do this.conjunction();
    while (this.tries('or'));
  }

  end(): void {
    if (this.next !== undefined) throw this.unexpected();
  }

  private conjunction(): void {
    do this.negation();
    while (this.tries('and'));
  }

  private negation(): void {
    if (this.tries('not')) this.negation();
    else this.predicate();
  }

  private predicate(): void {
    this.operand();
    if (this.triesAny('=', '<>', '!=', '<', '>', '<=', '>=')) this.operand();
    else if (this.tries('is')) this.absence();
    else {
      const negated = this.tries('not');
      if (this.tries('in')) this.arguments();
      else if (this.tries('between')) this.range();
      else if (this.tries('like')) this.pattern();
      else if (negated) throw this.unexpected();
    }
  }

  private absence(): void {
    this.tries('not');
    if (!this.triesAny('null', 'missing')) throw this.unexpected();
  }

  private range(): void {
    this.operand();
    this.expect('and');
    this.operand();
  }

  private pattern(): void {
    this.text();
    if (this.tries('escape')) this.text();
  }

  private operand(): void {
    do this.factor();
    while (this.triesAny('+', '-', '*', '/', '%'));
  }

  private factor(): void {
    if (this.tries('-')) this.factor();
    else if (this.tries('(')) {
      this.condition();
      this.expect(')');
    } else if (this.triesAny('date', 'timestamp')) this.text();
    else if (this.tries('cast')) this.cast();
    else if (!this.triesAny('true', 'false', 'null', 'missing')) this.value();
  }

  /** A number, a text, a column, or a function with its arguments. */
  private value(): void {
    const value = this.next;
    if (value === undefined || !/^['"\w]/.test(value) || reserved.has(value.toLowerCase())) throw this.unexpected();
    this.place += 1;
    if (/^['\d]/.test(value)) return;
    if (this.next === '(') this.arguments();
    else this.columns.push(value.replaceAll('"', ''));
  }

  private cast(): void {
    this.expect('(');
    this.operand();
    this.expect('as');
    if (!/^[a-z]+$/i.test(this.next ?? '')) throw this.unexpected();
    this.place += 1;
    if (this.next === '(') this.arguments();
    this.expect(')');
  }

  private arguments(): void {
    this.expect('(');
    do this.operand();
    while (this.tries(','));
    this.expect(')');
  }

  private text(): void {
    if (!this.next?.startsWith("'")) throw this.unexpected();
    this.place += 1;
  }

  private get next(): string | undefined {
    return this.tokens[this.place];
  }

  private tries(word: string): boolean {
    if (this.next?.toLowerCase() !== word) return false;
    this.place += 1;
    return true;
  }

  private triesAny(...words: readonly string[]): boolean {
    return words.some((word) => this.tries(word));
  }

  private expect(word: string): void {
    if (!this.tries(word)) throw this.unexpected(`, where '${word}' belongs`);
  }

  private unexpected(where = ''): RowFilterError {
    return new RowFilterError(`${this.next === undefined ? 'it ends too early' : `unexpected '${this.next}'`}${where}`);
  }
}
