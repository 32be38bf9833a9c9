/** What JSON text can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object whose members are not known yet: a policy document, a template. */
export interface JsonObject {
  readonly [member: string]: JsonValue | undefined;
}

/** Whether a value is an object of JSON, neither list nor null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a text holds, or undefined where it holds something else or is not JSON. */
export function tryParseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
