import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListParentsCommand, ListRootsCommand, MoveAccountCommand } from '@aws-sdk/client-organizations';
import type { Terraform } from '../deployment/terraform';
import { organizationsOf } from './organizations-client';

/** A stack as it is written, as far as it takes in what exists already. */
interface Written {
  readonly import?: readonly { readonly to: string; readonly id: string }[];
}

/**
 * Takes what was adopted out of the state, before the rest of the stack is destroyed: it outlives the landing zone. Its accounts go
 * back to the root first, because AWS deletes no OU with an account in it. The README's "Tear down" says how a person does the same.
 *
 * @param environment leads to AWS, as it leads Terraform there
 * @returns the addresses that Terraform knows no more
 */
export async function releaseAdopted(
  terraform: Pick<Terraform, 'tryIdOf' | 'forget'>,
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const file = join(directory, 'cdk.tf.json');
  const { import: imports = [], ...others } = JSON.parse(readFileSync(file, 'utf8')) as Written;
  const adopted = imports.filter(({ to }) => terraform.tryIdOf(to) !== undefined);
  if (adopted.length === 0) return [];
  const accounts = adopted.filter(({ to }) => to.startsWith('aws_organizations_account.'));
  await moveToRoot(
    accounts.map(({ id }) => id),
    environment,
  );
  for (const { to } of adopted) await terraform.forget(to);
  // A destroy that reads first would take it in again.
  writeFileSync(file, JSON.stringify(others, undefined, 2));
  return adopted.map(({ to }) => to);
}

async function moveToRoot(accounts: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  const client = organizationsOf(environment);
  const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
  for (const AccountId of accounts) {
    const { Parents: [parent] = [] } = await client.send(new ListParentsCommand({ ChildId: AccountId }));
    const move = { AccountId, SourceParentId: parent?.Id, DestinationParentId: root?.Id };
    if (parent?.Id !== root?.Id) await client.send(new MoveAccountCommand(move));
  }
  client.destroy();
}
