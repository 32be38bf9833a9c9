import type { SynthesizedStack } from '../deployment/manifest';
import { dropImports, importsOf } from '../deployment/teardown/imports';
import { moveToRoot } from '../deployment/teardown/move-to-root';
import type { Terraform } from '../deployment/terraform';
import { organizationsOf } from './organizations-client';

/**
 * Takes what was adopted out of the state, before the rest of the stack is destroyed: it outlives the landing zone. Its accounts go
 * back to the root first. `landing-zone teardown` does the same.
 *
 * @param environment leads to AWS, as it leads Terraform there
 * @returns the addresses that Terraform knows no more
 */
export async function releaseAdopted(
  terraform: Pick<Terraform, 'tryIdOf' | 'forget'>,
  stack: Pick<SynthesizedStack, 'directory'>,
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const adopted = importsOf(stack).filter(({ to }) => terraform.tryIdOf(to) !== undefined);
  if (adopted.length === 0) return [];
  const accounts = adopted.filter(({ to }) => to.startsWith('aws_organizations_account.'));
  const client = organizationsOf(environment);
  await moveToRoot(
    client,
    accounts.map(({ id }) => id),
  );
  client.destroy();
  for (const { to } of adopted) await terraform.forget(to);
  dropImports(stack);
  return adopted.map(({ to }) => to);
}
