import {
  ListParentsCommand,
  ListRootsCommand,
  MoveAccountCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';

/**
 * Moves accounts that outlive the landing zone to the root, because AWS deletes no OU with an account in it.
 *
 * @param accounts twelve digits each
 * @param stays whether an OU stays, by its id, and an account in it may @default - none does
 */
export async function moveToRoot(
  client: OrganizationsClient,
  accounts: readonly string[],
  stays: (unit: string) => boolean = () => false,
): Promise<void> {
  if (accounts.length === 0) return;
  const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
  for (const AccountId of accounts) {
    const { Parents: [parent] = [] } = await client.send(new ListParentsCommand({ ChildId: AccountId }));
    const move = { AccountId, SourceParentId: parent?.Id, DestinationParentId: root?.Id };
    if (parent?.Id !== root?.Id && !stays(parent?.Id ?? '')) await client.send(new MoveAccountCommand(move));
  }
}
