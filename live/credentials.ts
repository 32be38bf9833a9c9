import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';

/** Gives credentials of one account whenever a client asks for them. */
export type Credentials = ReturnType<typeof fromTemporaryCredentials>;

export interface Entrance {
  /** The account whose credentials the environment has. */
  readonly managementAccount: string;
  /** Name of the role that is assumed in every other account. */
  readonly role: string;
  /** Where the session is made. */
  readonly region: string;
}

/** One chain of credentials for each account, so that a role is assumed once however many clients work in it. */
export function credentialsOf({ managementAccount, role, region }: Entrance): (account: string) => Credentials {
  const chains = new Map<string, Credentials>();
  const chainOf = (account: string): Credentials =>
    account === managementAccount
      ? fromNodeProviderChain({ clientConfig: { region } })
      : fromTemporaryCredentials({
          masterCredentials: forAccount(managementAccount),
          params: { RoleArn: `arn:aws:iam::${account}:role/${role}`, RoleSessionName: 'landing-zone-live' },
          clientConfig: { region, maxAttempts: 10 },
        });
  const forAccount = (account: string): Credentials => {
    const chain = chains.get(account) ?? kept(chainOf(account));
    chains.set(account, chain);
    return chain;
  };
  return forAccount;
}

/** Sessions are renewed this long before they end. */
const margin = 5 * 60_000;

/** A refusal is kept too: a role that cannot be assumed is asked for once, not by every client. */
function kept(provide: Credentials): Credentials {
  let held: ReturnType<Credentials> | undefined;
  return async (context) => {
    const { expiration } = (await held) ?? {};
    if (held === undefined || (expiration !== undefined && expiration.getTime() - margin < Date.now()))
      held = provide(context);
    return held;
  };
}
