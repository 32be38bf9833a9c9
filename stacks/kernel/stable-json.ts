/**
 * JSON as CDKTF writes it, with sorted keys and two spaces: the same text as its `json-stable-stringify` makes, for which that takes a
 * tenth of a synth.
 */
export const stableJson = (value: unknown): string => written(value, '\n') ?? '';

/** @param line a line break with the indentation of what the value stands in */
function written(value: unknown, line: string): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${line}  `;
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${inner}${written(item, inner) ?? 'null'}`;
    return `[${text}${line}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members).sort()) {
    const member = written(members[key], inner);
    if (member !== undefined) text += `${text && ','}${inner}${JSON.stringify(key)}: ${member}`;
  }
  return `{${text}${line}}`;
}
