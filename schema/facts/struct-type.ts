/** A field of a struct. */
export interface StructField {
  readonly name: string;
  readonly type: string;
}

/** The fields of a type of the Glue Data Catalog such as `struct<street:string,city:string>`; none of another type. */
export function fieldsOf(type: string): readonly StructField[] {
  const [, inner] = /^struct<(.*)>$/.exec(type) ?? [];
  return inner === undefined
    ? []
    : splitOutside(inner).map((field) => {
        const colon = field.indexOf(':');
        return { name: field.slice(0, colon), type: field.slice(colon + 1) };
      });
}

/** The names of everything in a column, at every depth: `home.place`, `home.place.city`. */
export const partsOf = ({ name, type }: StructField): readonly string[] =>
  fieldsOf(type).flatMap((field) => {
    const part = { ...field, name: `${name}.${field.name}` };
    return [part.name, ...partsOf(part)];
  });

/** At the commas that stand in no brackets. */
function splitOutside(text: string): readonly string[] {
  let depth = 0;
  let start = 0;
  const parts: string[] = [];
  for (const [index, sign] of [...text].entries()) {
    if ('<('.includes(sign)) depth += 1;
    else if ('>)'.includes(sign)) depth -= 1;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
