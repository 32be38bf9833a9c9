import type { z } from 'zod';

interface Definition {
  readonly type: string;
  /** Below a default or an optional mark. */
  readonly innerType?: z.core.$ZodType;
  /** The fields of an object. */
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  /** What a list holds. */
  readonly element?: z.core.$ZodType;
  /** What a record holds. */
  readonly valueType?: z.core.$ZodType;
  /** The branches of a union. */
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
}

/**
 * Every field that a form has, down to the last, by its path: `logs.retentionDays`, `services.macie.jobs[].schedule`,
 * `controls{}.mode`, `backend(s3).bucket`. A list or record is a field itself, because members come and go; so is an object that may be
 * left out.
 */
export const fieldsOf = (form: z.core.$ZodType): readonly string[] => [...new Set(below('', form))];

function below(path: string, form: z.core.$ZodType): readonly string[] {
  const { innerType, shape, element, valueType, options, ...rest } = definitionOf(form);
  if (innerType) {
    const isLeftOut = rest.type === 'optional' && definitionOf(innerType).shape !== undefined;
    return [...(isLeftOut ? [path] : []), ...below(path, innerType)];
  }
  if (shape) return Object.entries(shape).flatMap(([key, field]) => below(path ? `${path}.${key}` : key, field));
  if (element) return [path, ...membersOf(`${path}[]`, element)];
  if (valueType) return [path, ...membersOf(`${path}{}`, valueType)];
  if (options) return [path, ...options.flatMap((branch) => branchOf(path, branch, rest.discriminator))];
  return [path];
}

/** The fields of what a list or record holds; a plain value is changed by changing the list. */
const membersOf = (path: string, member: z.core.$ZodType): readonly string[] =>
  below(path, member).filter((field) => field !== path);

/** The fields that a branch of a union has of its own; which branch it is, is changed at the union. */
function branchOf(path: string, branch: z.core.$ZodType, discriminator?: string): readonly string[] {
  if (discriminator === undefined) return membersOf(path, branch);
  const [name] = branch._zod.propValues?.[discriminator] ?? [];
  const named = `${path}(${String(name)})`;
  return membersOf(named, branch).filter((field) => field !== `${named}.${discriminator}`);
}

const definitionOf = (form: z.core.$ZodType): Definition => form._zod.def as unknown as Definition;
