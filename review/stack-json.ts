import { madeOfAddress } from '../schema/facts/made-of';

/** What a resource, or a block of one, says. */
export type Body = Readonly<Record<string, unknown>>;

/** A stack as Terraform reads it, as far as a review does. */
export interface StackJson {
  /** By type and name. */
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
  readonly provider?: { readonly aws?: readonly ProviderJson[] };
  readonly removed?: readonly { readonly from: string }[];
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  readonly output?: Readonly<Record<string, unknown>>;
}

interface ProviderJson {
  readonly alias?: string;
  readonly region?: string;
  readonly allowed_account_ids?: readonly string[];
}

/** Every stack of a synth by its name. */
export type Stacks = ReadonlyMap<string, StackJson>;

/** A resource of a stack. */
export interface Resource {
  /** `aws_kms_key.trails-key` */
  readonly address: string;
  readonly type: string;
  readonly body: Body;
}

/** Every resource of a stack by its address, but for the one by which it says of itself what it is made of. */
export const resourcesOf = ({ resource = {} }: StackJson): ReadonlyMap<string, Resource> =>
  new Map(
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).flatMap(([name, body]): [string, Resource][] => {
        const address = `${type}.${name}`;
        return address === madeOfAddress ? [] : [[address, { address, type, body }]];
      }),
    ),
  );

/** Whether an address is one of a resource that a stack makes. */
export const isResource = (address: string): boolean => /^((aws|tfe)_\w+|terraform_data)\./.test(address);

/** The account whose id an output of the management stack is asked for. */
export function tryAccountIn(reference: string): string | undefined {
  const { quoted, plain } = /account_ids(?:\["(?<quoted>[^"]+)"\]|\.(?<plain>[\w-]+))/.exec(reference)?.groups ?? {};
  return quoted ?? plain;
}

/** Text as AWS takes it: Terraform has references in it, and doubles what would begin one. */
export const unescaped = (text: string): string =>
  text.replaceAll('$${', () => '$' + '{').replaceAll('%%{', () => '%' + '{');

/** Where a resource lives. */
export interface Place {
  /** As the provider names it: digits, or a reference to the id of an account. */
  readonly accountId: string;
  readonly region: string;
}

/** The place of a resource, by its provider, and by its own `region` where it has one. */
export function placeOf({ provider }: StackJson, { provider: named = 'aws', region }: Body): Place {
  const found = provider?.aws?.find(({ alias }) => named === (alias === undefined ? 'aws' : `aws.${alias}`));
  return {
    accountId: found?.allowed_account_ids?.[0] ?? '',
    region: typeof region === 'string' ? region : (found?.region ?? ''),
  };
}

const listed = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Blocks of Terraform, of which one alone may stand without its list. */
export const blocksIn = (value: unknown): readonly Body[] => listed(value) as readonly Body[];

/** Texts of a list, of which one alone may stand without it. */
export const textsIn = (value: unknown): readonly string[] => listed(value).map(String);
