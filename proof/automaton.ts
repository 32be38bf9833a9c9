import type { Sign } from '../policy/iam/pattern-signs';

/** Which characters count as one: none, or the letters of ASCII and their capitals. */
export type Fold = 'none' | 'ascii';

interface Item {
  /** In its folded form. @default - it is a wildcard */
  readonly character?: string;
  readonly many: boolean;
  readonly colons: boolean;
}

const colon = ':';

const folds: Readonly<Record<Fold, (character: string) => string>> = {
  none: (character) => character,
  ascii: (character) => character.replace(/[A-Z]/, (letter) => letter.toLowerCase()),
};

/** Every character that is folded to this one. */
function spellings(character: string, fold: Fold): readonly string[] {
  return fold === 'none' || !/^[a-z]$/.test(character) ? [character] : [character, character.toUpperCase()];
}

/** A pattern that is walked sign by sign. Its states are made when they are reached, so that many patterns can be walked together. */
export class Automaton {
  readonly start: number;
  private readonly items: readonly Item[];
  private readonly numbers = new Map<string, number>();
  private readonly states: { readonly positions: readonly number[]; readonly next: Map<string, number> }[] = [];
  private readonly leading = new Map<number, ReadonlySet<string>>();

  constructor(
    signs: readonly Sign[],
    private readonly fold: Fold = 'none',
  ) {
    this.items = signs.flatMap((sign): readonly Item[] =>
      sign.kind === 'text'
        ? [...sign.text].map((each) => ({ character: folds[fold](each), many: false, colons: true }))
        : [{ many: sign.kind === 'many', colons: sign.colons }],
    );
    this.start = this.numberOf(this.closure([0]));
  }

  next(state: number, character: string): number {
    const from = this.at(state);
    const known = from.next.get(character);
    if (known !== undefined) return known;
    const folded = folds[this.fold](character);
    const reached = from.positions.flatMap((position) => {
      const item = this.items[position];
      const taken =
        item && (item.character === undefined ? item.colons || character !== colon : item.character === folded);
      return taken ? [item.many ? position : position + 1] : [];
    });
    const next = this.numberOf(this.closure(reached));
    from.next.set(character, next);
    return next;
  }

  accepts = (state: number): boolean => this.at(state).positions.includes(this.items.length);

  /** Whether nothing that follows is accepted. */
  isDead = (state: number): boolean => this.at(state).positions.length === 0;

  /** Whether everything that follows is accepted. */
  isFull(state: number): boolean {
    const last = this.items.at(-1);
    return last?.many === true && last.colons && this.at(state).positions.includes(this.items.length - 1);
  }

  /** Whether only the characters that lead on are taken here. */
  isNarrow = (state: number): boolean =>
    this.at(state).positions.every((position) => this.items[position]?.character !== undefined);

  /** The characters that make a difference here; all others lead to one state. */
  charactersAt(state: number): ReadonlySet<string> {
    const known = this.leading.get(state);
    if (known) return known;
    const characters = this.at(state).positions.flatMap((position) => {
      const item = this.items[position];
      if (item?.character !== undefined) return spellings(item.character, this.fold);
      return item && !item.colons ? [colon] : [];
    });
    const leading = new Set(characters);
    this.leading.set(state, leading);
    return leading;
  }

  matches(text: string): boolean {
    let state = this.start;
    for (const character of text) state = this.next(state, character);
    return this.accepts(state);
  }

  private at(state: number) {
    const found = this.states[state];
    if (!found) throw new Error(`there is no state ${state}`);
    return found;
  }

  /** The positions, and those behind each run of characters that may be empty. */
  private closure(positions: readonly number[]): readonly number[] {
    const all = new Set<number>();
    for (const position of positions) {
      let each = position;
      all.add(each);
      while (this.items[each]?.many) {
        each += 1;
        all.add(each);
      }
    }
    return [...all].sort((a, b) => a - b);
  }

  private numberOf(positions: readonly number[]): number {
    const key = positions.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.states.length);
    return this.states.push({ positions, next: new Map() }) - 1;
  }
}
