import type { FieldPath } from '../../../schema/problems/broken-fields';
import { fieldName } from '../../../schema/problems/form-fields';
import { bare, definitionOf, type Form, isOptional, takes, withAt } from './form';
import { goodValue } from './good-values';

/** A field of a form, or an item or a key's value in one, in a value that has it. */
export interface FormField {
  readonly path: FieldPath;
  /** `services.macie.jobs[0].name`; of a form that is chosen among several, with its number. */
  readonly name: string;
  /** Without its defaults and optional marks. */
  readonly form: Form;
  readonly required: boolean;
  /** The whole value of the file, in which the field, if not there already, has a value that the form takes. */
  readonly ground: unknown;
}

/** Every field that a form has, as deep as it goes. What the sample leaves out is made up. */
export function formFields(form: Form, sample: unknown): readonly FormField[] {
  return below({ path: [], name: '', form, required: true, ground: sample }, sample).slice(1);
}

function below(field: FormField, value: unknown): readonly FormField[] {
  const form = bare(field.form);
  const { type, shape = {}, element, items = [], valueType, keyType, options = [] } = definitionOf(form);
  const here = { ...field, form, required: field.required && !isOptional(field.form) };
  const child = (key: PropertyKey, of: Form, written: unknown): readonly FormField[] => {
    const path = [...field.path, key];
    const there = written ?? goodValue(of);
    const ground = written === undefined ? withAt(field.ground, path, there) : field.ground;
    const name = `${field.name}${fieldName([key]).replace(/^(?=\w)/, field.name ? '.' : '')}`;
    return below({ path, name, form: of, required: !isOptional(of), ground }, there);
  };
  const itemOf = (of: Form) => {
    const list = value as readonly unknown[];
    if (list.length > 0) return child(0, of, list[0]);
    const there = goodValue(of);
    return below(
      {
        ...here,
        path: [...here.path, 0],
        name: `${here.name}[0]`,
        form: of,
        ground: withAt(here.ground, here.path, [there]),
      },
      there,
    );
  };
  switch (type) {
    case 'object':
      return [
        here,
        ...Object.entries(shape).flatMap(([key, of]) =>
          child(key, of, (value as Readonly<Record<string, unknown>>)[key]),
        ),
      ];
    case 'array':
      return [here, ...(element ? itemOf(element) : [])];
    case 'tuple':
      return [here, ...items.flatMap((of, index) => child(index, of, (value as readonly unknown[])[index]))];
    case 'record': {
      const key = Object.keys(value as object)[0] ?? String(goodValue(keyType as Form));
      return [here, ...child(key, valueType as Form, (value as Readonly<Record<string, unknown>>)[key])];
    }
    case 'union':
      return [here, ...options.flatMap((option, index) => branch(here, option, index, value))];
    default:
      return [here];
  }
}

/** The fields of one form of several. */
function branch(field: FormField, option: Form, index: number, value: unknown): readonly FormField[] {
  const there = takes(option, value) ? value : goodValue(option);
  const name = `${field.name}(${index + 1})`;
  return below({ ...field, name, form: option, ground: withAt(field.ground, field.path, there) }, there).slice(1);
}
