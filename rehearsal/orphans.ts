import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type OrganizationsClient,
  type PolicyType,
  paginateListAccounts,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
} from '@aws-sdk/client-organizations';
import type { Terraform } from '../deployment/terraform';
import { organizationsOf } from './organizations-client';

/** A resource of a stack as it is written, by its name below its type. */
type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** How a thing that AWS has is found by what the stack says of it; undefined where AWS has none. */
type Find = (written: Readonly<Record<string, unknown>>) => Promise<string | undefined>;

/**
 * Takes into state what an apply that was cut off made in Organizations and could not write down any more: AWS refuses to make an
 * account of the same e-mail address, a policy of the same name or an OU of the same name a second time. `docs/recovery.md` says how a
 * person does the same.
 *
 * @param environment leads to AWS, as it leads Terraform there
 * @returns the addresses that were imported
 */
export async function importOrphans(
  terraform: Terraform,
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { resource = {} } = JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as {
    resource?: Record<string, Resources>;
  };
  const client = organizationsOf(environment);
  const imported: string[] = [];
  // Units by their order in the file: a parent comes before its children, which are found through it.
  for (const [type, find] of Object.entries(findersOf(client, terraform)))
    for (const [name, written] of Object.entries(resource[type] ?? {})) {
      const address = `${type}.${name}`;
      const id = terraform.tryIdOf(address) === undefined ? await find(written) : undefined;
      if (id === undefined) continue;
      await terraform.import(address, id);
      imported.push(address);
    }
  client.destroy();
  return imported;
}

const findersOf = (client: OrganizationsClient, terraform: Terraform): Readonly<Record<string, Find>> => ({
  aws_organizations_organizational_unit: async ({ name, parent_id }) => {
    const parent = resolve(terraform, String(parent_id));
    if (parent === undefined) return undefined;
    for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId: parent })) {
      const found = page.OrganizationalUnits?.find(({ Name }) => Name === name);
      if (found) return found.Id;
    }
    return undefined;
  },
  aws_organizations_account: async ({ email }) => {
    for await (const page of paginateListAccounts({ client }, {})) {
      const found = page.Accounts?.find(({ Email }) => Email === email);
      if (found) return found.Id;
    }
    return undefined;
  },
  aws_organizations_policy: async ({ name, type = 'SERVICE_CONTROL_POLICY' }) => {
    for await (const page of paginateListPolicies({ client }, { Filter: type as PolicyType })) {
      const found = page.Policies?.find(({ Name }) => Name === name);
      if (found) return found.Id;
    }
    return undefined;
  },
});

/** What a reference such as `${aws_organizations_organizational_unit.ou-Workloads.id}` stands for in the state. */
function resolve(terraform: Terraform, reference: string): string | undefined {
  const [, address, attribute = ''] = /^\$\{(\w+\.[\w-]+)\.(id|roots\[0\]\.id)\}$/.exec(reference) ?? [];
  return address === undefined ? undefined : terraform.tryAttributeOf(address, attribute);
}
