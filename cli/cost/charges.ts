import { conformancePacks } from '../../policy/conformance/conformance-packs';
import { ownValue } from '../../schema/facts/own-value';
import { type Price, prices, usdOf } from '../../schema/facts/prices';
import { stackNames } from '../../schema/facts/stack-names';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { billings, type Line, type Values } from './billing';
import { byUse, free } from './free';
import type { Usage } from './options';

/** What an account pays in a region for one kind of thing in a month. */
export interface Charge {
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly unit: string;
  readonly quantity: number;
  readonly usd: number;
  /** Whether the quantity is assumed. */
  readonly assumed: boolean;
}

/** The charges of a landing zone, and the types of resources that it has and that are not estimated. */
export interface Charges {
  readonly charges: readonly Charge[];
  readonly uncounted: readonly string[];
}

/** What is read of a stack in Terraform JSON. */
interface StackJson {
  readonly provider?: { readonly aws?: readonly { readonly alias?: string; readonly region: string }[] };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** A synthesized stack. */
export interface NamedStack {
  readonly name: string;
  readonly json: StackJson;
}

/** @throws Error of a type of resource that is neither billed nor known to cost nothing */
export function chargesOf(zone: LandingZone, stacks: Iterable<NamedStack>, usage: Usage): Charges {
  const packs = conformancePacks(zone);
  const owners = ownersOf(zone);
  const sums = new Map<string, Charge>();
  const uncounted = new Set<string>();
  const add = (line: Line, account: Account, region: string): void => {
    const price: Price = prices[line.price];
    const { service, unit } = price;
    const charge = { account: account.name, region, service, unit, assumed: line.assumed };
    const key = JSON.stringify(charge);
    const quantity = (sums.get(key)?.quantity ?? 0) + line.quantity;
    if (quantity > 0) sums.set(key, { ...charge, quantity, usd: usdOf(price, quantity) });
  };
  for (const { name, json } of stacks) {
    const account = owners.get(name) ?? zone.managementAccount;
    for (const [type, resources] of Object.entries(json.resource ?? {})) {
      const billing = ownValue(billings, type);
      if (ownValue(byUse, type)) uncounted.add(type);
      else if (!billing && !ownValue(free, type)) throw new Error(`cost knows no price of ${type}, which ${name} has`);
      for (const values of billing ? Object.values(resources) : []) {
        const { region, own } = placeOf(values, json, account);
        for (const line of billing?.({ zone, usage, packs, account, region, own, values }) ?? [])
          add(line, line.account ?? account, line.region ?? region);
      }
    }
  }
  return { charges: [...sums.values()], uncounted: [...uncounted].sort() };
}

/** The account of each stack that is not the management account's. */
const ownersOf = (zone: LandingZone): ReadonlyMap<string, Account> =>
  new Map([
    ['log-archive', zone.logArchiveAccount],
    ['security', zone.securityAccount],
    ...zone.activeAccounts.flatMap((account): [string, Account][] => [
      [stackNames.account(account), account],
      [stackNames.ai(account), account],
    ]),
  ]);

/** Where a resource is, by its own `region` or by its provider's; the alias of a provider begins with the key of its account. */
function placeOf({ provider = 'aws', region }: Values, json: StackJson, { key }: Account) {
  const [, alias] = provider.split('.');
  const found = json.provider?.aws?.find((each) => each.alias === alias);
  const place = region ?? found?.region ?? '';
  return { region: place, own: alias === undefined || alias === key || alias === `${key}-${found?.region}` };
}
