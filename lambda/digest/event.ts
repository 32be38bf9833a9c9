/** An event of EventBridge, as far as digests read it. What is in `detail` is nobody's promise: each field may be missing. */
export interface BusEvent {
  readonly id?: string;
  readonly source?: string;
  readonly 'detail-type'?: string;
  readonly account?: string;
  readonly region?: string;
  readonly time?: string;
  readonly detail?: unknown;
}

/** What is at a path, as text; empty where there is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** The event, where the body of a message is one. */
export function tryParseEvent(body: string): BusEvent | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
