import type { z } from 'zod';
import type { FieldPath } from '../../../schema/problems/broken-fields';

export type Form = z.core.$ZodType;

/** What a form is made of, as far as bad values depend on it. */
export interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Form>>;
  readonly element?: Form;
  readonly items?: readonly Form[];
  readonly keyType?: Form;
  readonly valueType?: Form;
  readonly options?: readonly Form[];
  readonly discriminator?: string;
  readonly innerType?: Form;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly pattern?: RegExp } } }[];
}

export const definitionOf = (form: Form): Definition => form._zod.def as unknown as Definition;

/** The form below its defaults and optional marks. */
export function bare(form: Form): Form {
  const { innerType } = definitionOf(form);
  return innerType ? bare(innerType) : form;
}

/** Whether a value may be left out. */
export const isOptional = (form: Form): boolean => form._zod.optin === 'optional';

/** Whether a form takes a value. */
export const takes = (form: Form, value: unknown): boolean => (form as z.ZodType).safeParse(value).success;

/** A copy of the value in which the path leads to another. */
export function withAt(value: unknown, [first, ...rest]: FieldPath, replacement: unknown): unknown {
  if (first === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === first ? withAt(item, rest, replacement) : item));
  const record = value as Readonly<Record<PropertyKey, unknown>>;
  return { ...record, [first]: withAt(record[first], rest, replacement) };
}
