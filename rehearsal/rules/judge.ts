import type { Place } from './place';

/** What a rule says of one resource. */
export interface Finding {
  /** As AWS Config would name it. */
  readonly resource: string;
  /** Why the rule reports it. @default - it does not */
  readonly fault?: string;
}

/** The parameters of a deployed rule. */
export type Parameters = Readonly<Record<string, string>>;

/** Judges every resource of a place that the rule looks at, by what AWS answers there; none where there is nothing to judge. */
export type Judge = (place: Place, parameters: Parameters) => Promise<readonly Finding[]>;

/** Judges by what is wrong with a resource; undefined where nothing is. */
export const eachOf =
  <T>(
    list: (place: Place) => Promise<readonly T[]>,
    nameOf: (item: T) => string | undefined,
    tryFault: (item: T, parameters: Parameters) => string | undefined,
  ): Judge =>
  async (place, parameters) =>
    (await list(place)).map((item) => finding(nameOf(item) ?? '?', tryFault(item, parameters)));

/** Judges the account, or what it has once in a region. */
export const account =
  (tryFault: (place: Place, parameters: Parameters) => Promise<string | undefined>): Judge =>
  async (place, parameters) => [finding(place.accountId, await tryFault(place, parameters))];

export const finding = (resource: string, fault: string | undefined): Finding => ({
  resource,
  ...(fault !== undefined && { fault }),
});

/** The fault where a condition does not hold. */
export const unless = (holds: boolean | undefined, fault: string): string | undefined => (holds ? undefined : fault);

/** The answer, or undefined where AWS says by one of these errors that there is none. */
export async function tryAsk<T>(answer: Promise<T>, ...missing: readonly string[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && missing.includes(error.name)) return undefined;
    throw error;
  }
}
