/** Whether a piece of JSON is an object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A text, or several: IAM leaves the brackets around a single one out.
 *
 * @throws Error where there is none, or something else
 */
export function textsOf(value: unknown, name: string): readonly string[] {
  const texts = [value].flat();
  if (texts.length === 0) throw new Error(`${name} must not be empty`);
  return texts.map((each) => {
    if (typeof each !== 'string') throw new Error(`${name} must be text`);
    return each;
  });
}
