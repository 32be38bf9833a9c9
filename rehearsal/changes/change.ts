import type { Write } from './written';

/** A change that is applied to what stands, and taken back. */
interface Live {
  readonly kind: 'live';
  readonly writes: readonly Write[];
  /** What is written in the steps between the change and its taking back: a region is retired before it goes. @default - no step */
  readonly leaving?: readonly (readonly Write[])[];
  /**
   * What is replaced or destroyed on the way there or back, as `<stack>/<type or address>` with `*` for any text; what the change itself
   * makes goes again without a word. Never of a protected kind: that is refused whatever stands here. @default - nothing
   */
  readonly loses?: readonly string[];
  /** It goes in a batch of its own, because it reaches far. */
  readonly alone?: true;
}

/** A change that `synth` refuses, because it cannot be made to what stands. */
interface Refused {
  readonly kind: 'refused';
  readonly writes: readonly Write[];
  /** Words of the problem. */
  readonly says: string;
}

/** A change of what only people or commands of ours read: no stack becomes another. */
interface Words {
  readonly kind: 'words';
  readonly writes: readonly Write[];
}

/** A change that no rehearsal can show, and why. */
interface Unrehearsed {
  readonly kind: 'unrehearsed';
  readonly why: string;
}

/** What the table says of one field. */
export type Change = Live | Refused | Words | Unrehearsed;

/** A row of the table before it knows its field: without a path it writes at the field itself. */
type Row = (at: string) => Change;

/** Rows by the fields that their form has, in the spelling of `fieldsOf`. */
export type Rows = Readonly<Record<string, Row>>;

/** What else a row says. */
interface More extends Partial<Pick<Live, 'loses' | 'alone'>> {
  /** Where it is written. @default - at the field, in the first member of each list */
  readonly at?: string;
  /** What is written with it, by path. @default - nothing */
  readonly also?: Readonly<Record<string, unknown>>;
  /** What is written, by path, in each step before it is taken back. @default - no step */
  readonly leaving?: readonly Readonly<Record<string, unknown>>[];
}

const writesOf = (byPath: Readonly<Record<string, unknown>> = {}): Write[] =>
  Object.entries(byPath).map(([at, value]) => ({ at, value }));

const live = (own: Write, { also, leaving, loses, alone }: More): Change => ({
  kind: 'live',
  writes: [...writesOf(also), own],
  ...(leaving && { leaving: leaving.map(writesOf) }),
  ...(loses && { loses }),
  ...(alone && { alone }),
});

/** The field gets another value. */
export const to =
  (value: unknown, more: More = {}): Row =>
  (at) =>
    live({ at: more.at ?? at, value }, more);

/** The list at the field gets one member more. */
export const adds =
  (value: unknown, more: More = {}): Row =>
  (at) =>
    live({ at: more.at ?? at, value, adds: true }, more);

/** What is at a path gets another name and says which it had, and is renamed back before the change is taken back. */
export const renamed = (at: string, from: string, name: string): Row =>
  to(name, {
    at: `${at}.name`,
    also: { [`${at}.formerly`]: from },
    leaving: [{ [`${at}.name`]: from, [`${at}.formerly`]: name }],
  });

/** The field gets a value that changes no stack. */
export const words =
  (value: unknown, { at: elsewhere, also }: Pick<More, 'at' | 'also'> = {}): Row =>
  (at) => ({ kind: 'words', writes: [...writesOf(also), { at: elsewhere ?? at, value }] });

/** The field cannot get another value while the landing zone stands, and `synth` says so in these words. */
export const refused =
  (value: unknown, says: string, { at: elsewhere, also }: Pick<More, 'at' | 'also'> = {}): Row =>
  (at) => ({ kind: 'refused', says, writes: [...writesOf(also), { at: elsewhere ?? at, value }] });

/** Nothing here can show what the change does. */
export const unrehearsed =
  (why: string): Row =>
  () => ({ kind: 'unrehearsed', why });
