import type { Attributes } from '../records';
import { ApiError, notImplemented } from './errors';

/** Says what is wrong with a value; undefined where nothing is. */
export type Check = (value: unknown) => string | undefined;

/** What may be written of a type, attribute by attribute. */
export type Form = Readonly<Record<string, Check>>;

/**
 * The attributes that were sent, checked; those that were left out are left out.
 *
 * @throws ApiError 422 with everything that is wrong; 501 for an attribute that the double does not know
 */
export function readAttributes(type: string, form: Form, sent: Attributes): Attributes {
  const unknown = Object.keys(sent).find((name) => !Object.hasOwn(form, name));
  if (unknown !== undefined) throw notImplemented(`the attribute ${unknown} of ${type}`);
  const errors = Object.entries(sent).flatMap(([name, value]) => {
    const detail = form[name]?.(value);
    return detail === undefined
      ? []
      : [
          {
            status: '422',
            title: 'invalid attribute',
            detail: `${name} ${detail}`,
            source: { pointer: `/data/attributes/${name}` },
          },
        ];
  });
  if (errors.length > 0) throw new ApiError(422, errors);
  return sent;
}

export const boolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');

export const text: Check = (value) => (typeof value === 'string' ? undefined : 'must be a text');

export const anything: Check = () => undefined;

export const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be a list of texts';

/** A text that matches whole. */
export const matching =
  (pattern: RegExp, rule: string): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : rule;

export const oneOf = (...values: readonly string[]): Check =>
  matching(new RegExp(`^(${values.join('|')})$`), `must be one of ${values.join(', ')}`);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.map(check).find((problem) => problem !== undefined) : 'must be a list';

/** The value, or null. */
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);

/** Names of workspaces, policies and the like. */
export const plainName = matching(
  /^[A-Za-z0-9_-]{1,90}$/,
  'can only include letters, numbers, "-", and "_", 90 of them at most',
);
