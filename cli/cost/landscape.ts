import { ownValue } from '../../schema/facts/own-value';
import type { AccountClass } from '../../schema/facts/usage-range';

/** What is read of a stack in Terraform JSON. */
interface StackJson {
  readonly provider?: { readonly aws?: readonly Provider[] };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
}

interface Provider {
  readonly alias?: string;
  readonly region: string;
  /** The id, or the reference to it in another stack's outputs. */
  readonly allowed_account_ids: readonly string[];
}

/** What is read of any resource. */
export interface Resource {
  readonly provider?: string;
  readonly region?: string;
  readonly name?: string;
  readonly parent_id?: string;
}

/** Synthesized stacks: their names, and what each says. A thousand of them are not held at once. */
export interface Stacks {
  readonly names: readonly string[];
  read(name: string): StackJson;
}

/** An account as the stacks know it. */
export interface CostedAccount {
  readonly key: string;
  readonly class: AccountClass;
  readonly isExternal: boolean;
}

/** Who is there, read from nothing but the stacks, so that those of another checkout can be read as well. */
export interface Landscape {
  readonly homeRegion: string;
  /** By their keys. */
  readonly accounts: ReadonlyMap<string, CostedAccount>;
  readonly securityAccount: string;
  /** The account that a stack is deployed for. */
  ownerOf(stack: string): string;
  /** The key behind an id or a reference to one; undefined where no stack is of that account. */
  tryKey(id: string): string | undefined;
  /** Who makes a resource, and where. */
  placeOf(resource: Resource, json: StackJson): { readonly account: string; readonly region: string };
}

/** @throws Error where the stacks are none of a landing zone */
export function readLandscape({ names, read }: Stacks, sandboxes: readonly string[]): Landscape {
  for (const name of ['management', 'security', 'log-archive'])
    if (!names.includes(name)) throw new Error(`there is no stack '${name}' among ${names.length} stacks`);
  const management = read('management');
  const keys = names.filter((name) => name.startsWith('account-')).map((name) => name.slice('account-'.length));
  const ids = new Map(keys.map((key) => [idOf(read(`account-${key}`)), key]));
  const keyOf = (json: StackJson): string => {
    const key = ids.get(idOf(json));
    if (key === undefined) throw new Error(`no stack is of the account ${idOf(json)}`);
    return key;
  };
  const owners = new Map(['management', 'security', 'log-archive'].map((name) => [name, keyOf(read(name))] as const));
  const unitsOf = unitsByAccount(management);
  const managementKey = owners.get('management') ?? '';
  const accounts = keys.map((key): [string, CostedAccount] => {
    const units = unitsOf(key);
    const isCore = [...owners.values()].includes(key);
    const isSandbox = units?.some((unit) => sandboxes.includes(unit)) === true;
    const other = isSandbox ? 'sandbox' : names.includes(`ai-${key}`) ? 'ai' : 'workload';
    return [key, { key, class: isCore ? 'core' : other, isExternal: units === undefined && key !== managementKey }];
  });
  return {
    homeRegion: management.provider?.aws?.[0]?.region ?? '',
    accounts: new Map(accounts),
    securityAccount: owners.get('security') ?? '',
    ownerOf: (stack) => owners.get(stack) ?? /^(?:account|ai)-(.+)$/.exec(stack)?.[1] ?? managementKey,
    tryKey: (id) => ids.get(id),
    placeOf: ({ provider = 'aws', region }, json) => {
      const alias = provider.split('.')[1];
      const found = json.provider?.aws?.find((each) => each.alias === alias);
      return {
        account: ids.get(found?.allowed_account_ids[0] ?? '') ?? managementKey,
        region: region ?? found?.region ?? '',
      };
    },
  };
}

/** What a stack calls the account that it is deployed for. */
const idOf = ({ provider }: StackJson): string =>
  provider?.aws?.find(({ alias }) => alias === undefined)?.allowed_account_ids[0] ?? '';

/** The names of the OUs that an account is below; undefined where the organization does not have it. */
function unitsByAccount({ resource = {} }: StackJson): (key: string) => readonly string[] | undefined {
  const accounts = resource.aws_organizations_account ?? {};
  const units = resource.aws_organizations_organizational_unit ?? {};
  const above = (parent = ''): readonly string[] => {
    const unit = ownValue(units, /^\$\{aws_organizations_organizational_unit\.([^.]+)\.id\}$/.exec(parent)?.[1] ?? '');
    return unit ? [unit.name ?? '', ...above(unit.parent_id)] : [];
  };
  return (key) => {
    const account = ownValue(accounts, `account-${key}`);
    return account && above(account.parent_id);
  };
}
