import type { Json } from '../../toolkit/call';

/** The structures of a list as the query protocol writes them: `Tags.member.1.Key`, `Tags.member.1.Value`. */
function structuresOf(input: Json, list: string): Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(input)) {
    const [, place, member] = new RegExp(`^${list}\\.member\\.(\\d+)\\.(\\w+)$`).exec(name) ?? [];
    if (place === undefined || member === undefined) continue;
    const index = Number(place) - 1;
    found[index] = { ...found[index], [member]: String(value) };
  }
  return found.filter((structure) => structure !== undefined);
}

/** Such a list as a record: `Tags` with `Key` and `Value`. */
export const recordOf = (input: Json, list: string, key: string, value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(structuresOf(input, list).map((each) => [each[key] ?? '', each[value] ?? '']));
