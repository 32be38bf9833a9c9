import type { OlderOrganization } from '../../proof/older-organization';

type Resources<T> = Readonly<Record<string, T>>;

/** What of an output folder cannot be compared. */
export interface Unread {
  /** Address of a resource. */
  readonly resource: string;
  readonly because: string;
}

/** What is read of the management stack as Terraform takes it. */
export interface StackJson<Policy> {
  readonly resource?: {
    readonly aws_organizations_policy?: Resources<Policy>;
    readonly aws_organizations_policy_attachment?: Resources<{
      readonly policy_id: string;
      readonly target_id: string;
    }>;
    readonly aws_organizations_account?: Resources<{ readonly parent_id: string }>;
    readonly aws_organizations_organizational_unit?: Resources<{ readonly parent_id: string }>;
  };
}

/** The address of the node whose id is referred to; undefined where it is no node of the stack. */
export function tryAddress(id: string): string | undefined {
  if (/^\$\{aws_organizations_organization\.[^.]+\.roots\[0\]\.id\}$/.test(id)) return 'root';
  return /^\$\{aws_organizations_(?:organizational_unit|account)\.([^.]+)\.id\}$/.exec(id)?.[1];
}

/** For each account, every node from itself to the root; an account whose way there cannot be read is unread. */
export function readPlacements(
  resource: NonNullable<StackJson<unknown>['resource']>,
): Pick<OlderOrganization, 'accounts'> & { readonly unread: readonly Unread[] } {
  const { aws_organizations_account: accounts = {}, aws_organizations_organizational_unit: units = {} } = resource;
  const chains = new Map<string, readonly string[]>();
  const unread: Unread[] = [];
  for (const [address, { parent_id }] of Object.entries(accounts)) {
    const chain = [address];
    let next: string | undefined = parent_id;
    while (next !== undefined && chain.at(-1) !== 'root' && chain.length <= Object.keys(units).length + 1) {
      const parent = tryAddress(next);
      if (parent === undefined) break;
      chain.push(parent);
      next = units[parent]?.parent_id;
    }
    if (chain.at(-1) === 'root') chains.set(address, chain);
    else unread.push({ resource: address, because: 'its OUs cannot be followed to the root' });
  }
  return { accounts: chains, unread };
}
