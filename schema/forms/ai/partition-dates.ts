/** Units in which Athena counts from one date to the next, the coarsest first. Milliseconds stand in no format of ours. */
export const dateUnits = ['YEARS', 'MONTHS', 'WEEKS', 'DAYS', 'HOURS', 'MINUTES', 'SECONDS'] as const;

type DateUnit = (typeof dateUnits)[number];

/** Parts of a date as Java's DateTimeFormatter writes them, each behind those that it needs, with the unit that it shows. */
const parts: readonly (readonly [part: string, unit: DateUnit])[] = [
  ['yyyy', 'YEARS'],
  ['MM', 'MONTHS'],
  ['dd', 'DAYS'],
  ['HH', 'HOURS'],
  ['mm', 'MINUTES'],
  ['ss', 'SECONDS'],
];
const anyPart = /yyyy|MM|dd|HH|mm|ss/g;
const partsOf = (format: string): readonly string[] => format.match(anyPart) ?? [];

/** The finest unit that a format shows: DAYS of `yyyy-MM-dd`. Undefined where it is no format of a folder's name. */
export function precisionOf(format: string): DateUnit | undefined {
  const found = partsOf(format);
  const needed = parts.slice(0, found.length);
  const complete = needed.length === found.length && needed.every(([part]) => found.includes(part));
  return complete && /^[-_.]*$/.test(format.replace(anyPart, '')) ? needed.at(-1)?.[1] : undefined;
}

/** A date that is written in this format, as ISO 8601, so that it can be compared. Undefined where the text is none. */
export function readDate(text: string, format: string): string | undefined {
  const found = partsOf(format);
  const pattern = format.replaceAll('.', '\\.').replace(anyPart, (part) => `(\\d{${part.length}})`);
  const digits = new RegExp(`^${pattern}$`).exec(text)?.slice(1);
  if (!digits) return undefined;
  const [year, month, day, hour, minute, second] = parts.map(
    ([part, unit]) => digits[found.indexOf(part)] ?? (unit === 'MONTHS' || unit === 'DAYS' ? '01' : '00'),
  );
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = Date.parse(iso);
  // The 31st of February is read as a day in March.
  return Number.isNaN(time) || new Date(time).toISOString() !== iso ? undefined : iso;
}

const relative = /^NOW(?:([+-]\d+)(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)?$/;

const daysOf = { YEAR: 365, MONTH: 30, WEEK: 7, DAY: 1, HOUR: 1 / 24, MINUTE: 1 / 1440, SECOND: 1 / 86_400 };

/**
 * Days from the time of the query to `NOW`, `NOW-3YEARS`: near enough to see which of two comes first. Undefined where the text is no
 * such offset. Athena User Guide, partition-projection-supported-types.
 */
export function daysFromNow(text: string): number | undefined {
  const [matched, amount = '0', unit = 'DAY'] = relative.exec(text) ?? [];
  return matched === undefined ? undefined : Number(amount) * daysOf[unit as keyof typeof daysOf];
}
