import type { z } from 'zod';
import type { FieldPath } from './broken-fields';

/** `services.macie.jobs[0].name`; a file that exports nothing usable is named as a whole. */
export function fieldName(path: FieldPath): string {
  return (
    path.reduce<string>(
      (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)),
      '',
    ) || 'default export'
  );
}

/** What a person wrote at a path; undefined where nothing is there. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** The fields that a form has for the value at a path, or none where the path leads to no object. */
export function fieldsAt(form: z.ZodType, value: unknown, path: FieldPath): readonly string[] {
  let at: z.core.$ZodType | undefined = unwrap(form);
  for (const key of path) {
    const { shape, element } = at._zod.def as {
      shape?: Record<PropertyKey, z.core.$ZodType>;
      element?: z.core.$ZodType;
    };
    const next = typeof key === 'number' ? element : shape?.[key];
    if (!next) return [];
    at = unwrap(next);
  }
  return fieldsOf(at, valueAt(value, path));
}

/** The fields of an object form; of a union, those of the branch that the value names, or else of every branch. */
function fieldsOf(form: z.core.$ZodType, value: unknown): readonly string[] {
  const { shape, options = [], discriminator } = form._zod.def as UnionOrObject;
  const named = options.filter(
    ({ _zod }) => discriminator && _zod.propValues?.[discriminator]?.has(valueAt(value, [discriminator]) as string),
  );
  const branches = named.length > 0 ? named : options;
  return [...new Set([...Object.keys(shape ?? {}), ...branches.flatMap((branch) => fieldsOf(branch, value))])];
}

interface UnionOrObject {
  readonly shape?: object;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
}

/** The form below its defaults and optional marks. */
function unwrap(form: z.core.$ZodType): z.core.$ZodType {
  const inner = (form._zod.def as { innerType?: z.core.$ZodType }).innerType;
  return inner ? unwrap(inner) : form;
}
