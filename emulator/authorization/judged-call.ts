import { isObject } from '../toolkit/json';

/** A request's input under the API's member names. */
export type Input = Readonly<Record<string, unknown>>;

/** A call that is about to be judged: what is asked of which service, and from where. */
export interface JudgedCall {
  /** Signing name: `monitoring`, `guardduty`. */
  readonly service: string;
  readonly operation: string;
  /** The account of the caller, twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly input: Input;
}

/** Member of that name in any spelling of its capitals, where it stands at the top of the input. */
export function member(input: Input, name: string): unknown {
  const found = Object.keys(input).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : input[found];
}

/** Text of a member; undefined where it is absent or no plain value. */
export function text(input: Input, name: string): string | undefined {
  const value = member(input, name);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

/** Texts of every member of one of the names, at any depth, in order. */
export function deepTexts(value: unknown, names: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => deepTexts(item, names));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    names.includes(name) && !isObject(item) ? texts(item) : deepTexts(item, names),
  );
}

/** The plain values of a member that holds one or a list. */
export const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((one) => one !== undefined && one !== null && !isObject(one))
    .map(String);

/** Member at the end of a path of names: `['VpcConfig', 'Subnets']`. */
export function at(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isObject(value) ? member(value, name) : undefined), input);
}
