import type { Json } from '../../toolkit/untyped';

/** A list of structures such as `Tags`, with `Key` and `Value`, as a record. */
export const recordOf = (list: readonly Json[] = [], key: string, value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(list.map((each) => [each[key] ?? '', each[value] ?? '']));
