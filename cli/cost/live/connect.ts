import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { LandingZone } from '../../../schema/landing-zone';
import { type Asker, costExplorerRegion, usageOfAws } from './aws-usage';
import type { UsageReader } from './usage-reader';

interface Client {
  send(command: object): Promise<unknown>;
}

type ClientClass = new (options: object) => Client;
type Credentials = ReturnType<typeof fromNodeProviderChain>;

/**
 * A reader of the organization's usage, with the credentials of the management account that the environment has; in the security account
 * it assumes the deploy role, and reads.
 *
 * @throws Error where the organization does not know the security account
 */
export async function connect(zone: LandingZone): Promise<UsageReader> {
  const { homeRegion: region } = zone;
  const here = fromNodeProviderChain({ clientConfig: { region } });
  const { name, email, id = await idOf(email, region) } = zone.securityAccount;
  if (id === undefined)
    throw new Error(
      `The organization has no account with the address ${email}\n  rule: usage is asked in the account ${name}\n  fix:  deploy the stack management, or use credentials of this organization`,
    );
  const there = fromTemporaryCredentials({
    masterCredentials: here,
    params: { RoleArn: `arn:aws:iam::${id}:role/${zone.deployRole}`, RoleSessionName: 'landing-zone-cost' },
    clientConfig: { region },
  });
  return usageOfAws({
    security: (place) => asker(place, there),
    billing: () => asker(costExplorerRegion, here),
  });
}

/** One client for each service; the process ends with the command. */
function asker(region: string, credentials: Credentials): Asker {
  const clients = new Map<unknown, Client>();
  return {
    ask: (Class, command) => {
      const client = clients.get(Class) ?? new (Class as ClientClass)({ region, credentials, maxAttempts: 5 });
      clients.set(Class, client);
      return client.send(command);
    },
  };
}

/** AWS gives an account its id, and knows it by the address of its root user. */
async function idOf(email: string, region: string): Promise<string | undefined> {
  const client = new OrganizationsClient({ region });
  for await (const { Accounts = [] } of paginateListAccounts({ client }, {})) {
    const found = Accounts.find((account) => account.Email?.toLowerCase() === email.toLowerCase());
    if (found) return found.Id;
  }
  return undefined;
}
