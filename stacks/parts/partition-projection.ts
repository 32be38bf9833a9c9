import type { Projection } from '../../schema/forms/ai/data-lake-partitions';

interface ProjectedKey {
  readonly name: string;
  readonly projection?: Projection | undefined;
}

/**
 * Table parameters by which Athena works out the partitions. There is no template among them: without one Athena looks into
 * `<key>=<value>/`, as Hive lays folders out. Athena User Guide, partition-projection.
 */
export function projectionOf(keys: readonly ProjectedKey[]): Record<string, string> {
  const settings = keys.flatMap(({ name, projection }) => (projection ? settingsOf(name, projection) : []));
  return settings.length > 0 ? { 'projection.enabled': 'true', ...Object.fromEntries(settings) } : {};
}

/** The fields are called like the parameters; `String` joins lists with the commas that Athena wants. */
const settingsOf = (key: string, projection: Projection): [parameter: string, value: string][] =>
  Object.entries(projection).flatMap(([field, value]) =>
    value === undefined
      ? []
      : [[`projection.${key}.${field === 'intervalUnit' ? 'interval.unit' : field}`, String(value)]],
  );
