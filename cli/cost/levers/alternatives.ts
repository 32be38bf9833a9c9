import type { z } from 'zod';

type Form = z.core.$ZodType;
type Path = readonly string[];

/** A value that the form admits in place of another. */
export interface Alternative {
  readonly path: Path;
  /** Undefined where the field is left out. */
  readonly value: unknown;
  readonly change: string;
  /** Whether it is one of several words for the same thing. */
  readonly isChoice: boolean;
}

/** What is read of a form: the kinds of zod that settings are made of. */
interface Definition {
  readonly type: string;
  readonly innerType?: Form;
  readonly shape?: Readonly<Record<string, Form>>;
  readonly options?: readonly Form[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

const definitionOf = (form: Form): Definition => form._zod.def as unknown as Definition;

/** Lists of what is written out one by one are shortened by one; longer lists are no choices. */
const longestList = 8;

/**
 * Every single step from a value that its form knows: another choice, a switch turned, an item left out of a list, an optional part left
 * out. Nobody has to list what can be changed: a field that is added to the form is tried from then on.
 */
export function alternatives(form: Form, value: unknown, path: Path = []): readonly Alternative[] {
  const { type, innerType, shape, options, entries, values } = definitionOf(form);
  const to = (next: unknown): Alternative => ({
    path,
    value: next,
    change: `${shown(value)} → ${shown(next)}`,
    isChoice: true,
  });
  if (type === 'optional' && innerType)
    return value === undefined
      ? []
      : [{ path, value: undefined, change: 'leave it out', isChoice: false }, ...alternatives(innerType, value, path)];
  if (innerType) return alternatives(innerType, value, path);
  if (type === 'boolean') return [to(!value)];
  if (entries ?? (type === 'literal' && values))
    return Object.values(entries ?? values ?? [])
      .filter((each) => each !== value)
      .map(to);
  if (type === 'union') return (options ?? []).flatMap((option) => ofChoice(option, value, path));
  if (Array.isArray(value))
    return value.length > longestList
      ? []
      : value.map((item, index) => ({
          path,
          value: value.toSpliced(index, 1),
          change: `without ${nameOf(item)}`,
          isChoice: false,
        }));
  if (shape && typeof value === 'object' && value !== null)
    return Object.entries(shape).flatMap(([key, field]) =>
      alternatives(field, (value as Readonly<Record<string, unknown>>)[key], [...path, key]),
    );
  return [];
}

/** Of a union only words are choices: an object in its place would have to be invented. */
const ofChoice = (option: Form, value: unknown, path: Path): readonly Alternative[] =>
  ['literal', 'enum'].includes(definitionOf(option).type) ? alternatives(option, value, path) : [];

/** The form below a path, or undefined where it leads to no field. */
export function tryFormAt(form: Form, [key, ...rest]: Path): Form | undefined {
  if (key === undefined) return form;
  const { innerType, shape } = definitionOf(form);
  if (innerType) return tryFormAt(innerType, [key, ...rest]);
  const field = shape?.[key];
  return field && tryFormAt(field, rest);
}

/** A copy with another value at a path; what is on the way is made where it is missing. */
export function changed(value: unknown, [key, ...rest]: Path, next: unknown): unknown {
  if (key === undefined) return next;
  const { [key]: child, ...others } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const made = changed(child, rest, next);
  return made === undefined ? others : { ...others, [key]: made };
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

const nameOf = (item: unknown): string => {
  const { name = item } = (typeof item === 'object' && item !== null ? item : {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : shown(item);
};
