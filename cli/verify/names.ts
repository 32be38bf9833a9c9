import type { Check } from '../../live/finding';
import type { LandingZone } from '../../schema/landing-zone';
import type { Resolver } from './resolver';
import { findWritten, type Stacks, type Written } from './written-stacks';

/** Where a resource is, as people call it. */
export interface Named {
  byResource(resource: Written): Pick<Check, 'account' | 'accountId' | 'region'>;
}

/** The id of each account by its key, as Organizations has it; undefined where it has none, or did not say. */
export async function accountIdsOf(
  stacks: Stacks,
  resolver: Resolver,
): Promise<ReadonlyMap<string, string | undefined>> {
  const outputs = stacks.get('management')?.output?.account_ids?.value ?? {};
  const ids = Object.entries(outputs as Readonly<Record<string, string>>).map(async ([key, text]) => {
    const [, type, name] = /^\$\{(aws_organizations_account)\.([\w-]+)\.id\}$/.exec(text) ?? [];
    if (type === undefined || name === undefined) return [key, text] as const;
    const looked = await resolver.look(findWritten(stacks, 'management', type, name)).catch(() => undefined);
    const id = looked?.answer.state === 'found' ? String(looked.answer.value.id) : undefined;
    return [key, id] as const;
  });
  return new Map(await Promise.all(ids));
}

/** Names of accounts by the ids that providers are allowed in: written down, or an output of management under the account's key. */
export async function namesOf(
  zone: LandingZone,
  stacks: Stacks,
  ids: ReadonlyMap<string, string | undefined>,
): Promise<Named> {
  const accountOf = (allowed: string) => {
    const key = /account_ids(?:\.([\w-]+)|\["([^"]+)"\])/.exec(allowed);
    const called = key?.[1] ?? key?.[2];
    return zone.accounts.find((account) => (called === undefined ? account.id === allowed : account.key === called));
  };
  return {
    byResource({ stack, provider, region }) {
      const [, alias] = provider.split('.');
      const found = stacks.get(stack)?.provider?.aws?.find((each) => each.alias === alias);
      const allowed = found?.allowed_account_ids[0] ?? '';
      const account = accountOf(allowed) ?? ownAccount(zone, allowed);
      if (!account)
        throw new Error(`${stack}: ${provider} is allowed in ${allowed}, which is no account of the landing zone`);
      return {
        account: account.name,
        accountId: account.id ?? ids.get(account.key),
        region: region ?? found?.region ?? zone.homeRegion,
      };
    },
  };
}

/** In the management stack accounts are resources of its own, whose names end with their keys. */
const ownAccount = (zone: LandingZone, allowed: string) =>
  zone.accounts.find(({ key }) => allowed.includes(`.account-${key}.id`));
