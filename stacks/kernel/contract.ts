import { Fn, type TerraformRemoteState, Token } from 'cdktf';

/** What a stack promises to others: each output by its TypeScript name, with its kind. */
export type Contract = Readonly<Record<string, 'text' | 'map'>>;

/** The values that keep a contract: leaving one out does not compile. */
export type Published<C extends Contract> = {
  readonly [K in keyof C]: C[K] extends 'map' ? Readonly<Record<string, string>> : string;
};

/** A contract as its readers see it. A map arrives as a look-up, since a map token must never be indexed. */
export type Received<C extends Contract> = {
  readonly [K in keyof C]: C[K] extends 'map' ? (key: string) => string : string;
};

/** All that a reader may know of the stack it reads. */
export interface Producer<C extends Contract = Contract> {
  readonly name: string;
  readonly contract: C;
}

/** The output's name in Terraform: `accountIds` becomes `account_ids`. */
export const outputName = (key: string): string => key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** Reads a contract's outputs out of remote state. Of one item there is one token, so that lists of them can be freed of duplicates. */
export function receive<C extends Contract>(contract: C, state: TerraformRemoteState): Received<C> {
  const values = Object.entries(contract).map(([key, kind]) => {
    const name = outputName(key);
    return [key, kind === 'text' ? state.getString(name) : lookUpIn(state.get(name))];
  });
  return Object.fromEntries(values) as Received<C>;
}

function lookUpIn(map: unknown): (item: string) => string {
  const known = new Map<string, string>();
  return (item) => {
    const found = known.get(item) ?? Token.asString(Fn.lookupNested(map, [indexOf(item)]));
    known.set(item, found);
    return found;
  };
}

/** An identifier as it is, anything else as a quoted string of Terraform: CDKTF escapes line breaks and `${` in it, and nothing more. */
const indexOf = (item: string): string =>
  /^[A-Za-z_]\w*$/.test(item) ? item : `"${item.replace(/["\\]/g, '\\$&').replaceAll('%{', '%%{')}"`;
