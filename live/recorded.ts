/**
 * A reply of AWS as it is kept: with the names of a function's variables and without their values, which may be secrets. (Lambda API
 * Reference, EnvironmentResponse.)
 */
export const recorded = <T>(output: T): T => withoutVariables(output) as T;

function withoutVariables(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVariables);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      name === 'Environment' && typeof each?.Variables === 'object'
        ? [
            name,
            { ...each, Variables: Object.fromEntries(Object.keys(each.Variables).map((key) => [key, 'not recorded'])) },
          ]
        : [name, withoutVariables(each)],
    ),
  );
}
