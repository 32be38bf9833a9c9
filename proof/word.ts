import type { Automaton } from './automaton';
import { Undecided } from './undecided';

/** What a text has to be, and what it must not be. */
export interface Wanted {
  readonly required: readonly Automaton[];
  readonly forbidden: readonly Automaton[];
}

/** More combinations of states than this are not walked. */
const mostStates = 20_000;

/** Letters that stand for any character that no pattern names, the plainest first. */
const plain = [...'xyzqwvujabcdefghiklmnoprst0123456789'];

const isWanted = ({ required, forbidden }: Wanted, text: string): boolean =>
  required.every((each) => each.matches(text)) && !forbidden.some((each) => each.matches(text));

interface Step {
  readonly states: readonly number[];
  readonly text: string;
}

/**
 * The shortest text that every required pattern matches and no forbidden one; undefined where there is none.
 *
 * @param preferred is taken before shorter texts where it is one
 * @throws Undecided where there are too many combinations of states
 */
export function tryWord(wanted: Wanted, preferred: readonly string[] = []): string | undefined {
  const chosen = preferred.find((text) => isWanted(wanted, text));
  if (chosen !== undefined) return chosen;
  const automata = [...wanted.required, ...wanted.forbidden];
  const lead = wanted.required.length;
  const isOver = (states: readonly number[]): boolean =>
    states.some((state, index) => (index < lead ? automata[index]?.isDead(state) : automata[index]?.isFull(state)));
  const isEnd = (states: readonly number[]): boolean =>
    states.every((state, index) => automata[index]?.accepts(state) === index < lead);
  const start = automata.map(({ start }) => start);
  const queue: Step[] = isOver(start) ? [] : [{ states: start, text: '' }];
  const seen = new Set([start.join()]);
  for (const { states, text } of queue) {
    if (isEnd(states)) return text;
    for (const character of charactersFor(automata, states, lead)) {
      const next = states.map((state, index) => automata[index]?.next(state, character) ?? state);
      const key = next.join();
      if (seen.has(key) || isOver(next)) continue;
      seen.add(key);
      if (seen.size > mostStates) throw new Undecided('its patterns can be combined in too many ways');
      queue.push({ states: next, text: text + character });
    }
  }
  return undefined;
}

/** The characters that tell the states apart, and one for all others; where a required pattern takes only some, those. */
function charactersFor(automata: readonly Automaton[], states: readonly number[], lead: number): readonly string[] {
  const at = (index: number) => automata[index]?.charactersAt(states[index] ?? 0) ?? new Set<string>();
  const narrow = states.findIndex((state, index) => index < lead && automata[index]?.isNarrow(state));
  if (narrow >= 0) return [...at(narrow)];
  const named = new Set(states.flatMap((_, index) => [...at(index)]));
  return [...named, plain.find((each) => !named.has(each)) ?? unnamed(named)];
}

function unnamed(named: ReadonlySet<string>): string {
  let code = 0x4e00;
  while (named.has(String.fromCodePoint(code))) code += 1;
  return String.fromCodePoint(code);
}
