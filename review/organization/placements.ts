type Resources<T> = Readonly<Record<string, T>>;

/** What of a management stack cannot be compared. */
export interface Unread {
  /** Address of a resource. */
  readonly resource: string;
  readonly because: string;
}

/** What is read of the management stack as Terraform takes it. */
export interface OrganizationJson<Policy> {
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

/** Where accounts and OUs are: for each, every node from itself to the root. */
export interface Placements {
  readonly accounts: ReadonlyMap<string, readonly string[]>;
  /** The accounts, the OUs and the root. */
  readonly chains: ReadonlyMap<string, readonly string[]>;
  readonly unread: readonly Unread[];
}

/** The places of a management stack; an account whose way to the root cannot be read is unread. */
export function readPlacements(resource: NonNullable<OrganizationJson<unknown>['resource']>): Placements {
  const { aws_organizations_account: accounts = {}, aws_organizations_organizational_unit: units = {} } = resource;
  const follow = (address: string, parentId: string): readonly string[] => {
    const chain = [address];
    let next: string | undefined = parentId;
    while (next !== undefined && chain.at(-1) !== 'root' && chain.length <= Object.keys(units).length + 1) {
      const parent = tryAddress(next);
      if (parent === undefined) break;
      chain.push(parent);
      next = units[parent]?.parent_id;
    }
    return chain;
  };
  const followed = (places: Resources<{ readonly parent_id: string }>) =>
    Object.entries(places).map(([address, { parent_id }]) => [address, follow(address, parent_id)] as const);
  const isPlaced = ([, chain]: readonly [string, readonly string[]]) => chain.at(-1) === 'root';
  const members = followed(accounts);
  const placed = members.filter(isPlaced);
  return {
    accounts: new Map(placed),
    chains: new Map([['root', ['root']], ...followed(units).filter(isPlaced), ...placed]),
    unread: members
      .filter((each) => !isPlaced(each))
      .map(([resource]) => ({ resource, because: 'its OUs cannot be followed to the root' })),
  };
}
