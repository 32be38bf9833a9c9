import type { ParsedAccount } from './account';
import type { Ledger } from './ledger';
import { keyOfAccount } from './ledger-keys';
import type { Settings } from './settings';

/** What cannot be changed on a landing zone that stands, by the names under which the ledger keeps it. */
export const fixedFields = {
  name: {
    field: 'settings name',
    rule: 'every bucket, key alias, topic and role is called after it, AWS renames none of them, and new ones would be empty',
    fix: 'build a landing zone of that name from a copy of this project, with states of its own, and move accounts into it one by one',
  },
  homeRegion: {
    field: 'settings homeRegion',
    rule: 'the log buckets, their keys and the aggregators of the security services are in it, and AWS moves none of them',
    fix: 'govern the other region (regions), and build a landing zone of its own where logs have to be kept there',
  },
  deployRole: {
    field: 'settings deployRole',
    rule: 'Terraform works as this role in every account, and nothing here makes it in an account that exists',
    fix: 'make the new role in every member account first, trusted by the management account like the old one',
  },
  managementAccount: {
    field: 'account id',
    rule: 'an organization has one management account for good',
    fix: 'build a landing zone in the organization of the other account, and move the accounts into it',
  },
  'log-archive': {
    field: 'account role',
    rule: 'the logs are in the account that has the role log-archive, and they move nowhere',
    fix: 'build a landing zone of its own for the other account, and keep this one until its logs have run out',
  },
  security: {
    field: 'account role',
    rule: 'the security services know one delegated administrator, and lose their settings and findings with another',
    fix: 'build a landing zone of its own for the other account',
  },
} as const satisfies Readonly<Record<string, FixedField>>;

interface FixedField {
  /** As the table of changes has it. */
  readonly field: string;
  /** Why it cannot. */
  readonly rule: string;
  /** What is done instead, or first. */
  readonly fix: string;
}

export type FixedName = keyof typeof fixedFields;

/** The values of a landing zone that cannot be changed while it stands; accounts by their keys, which a rename leaves as they are. */
export function fixedIn(
  { name, homeRegion, deployRole }: Pick<Settings, 'name' | 'homeRegion' | 'deployRole'>,
  accounts: readonly Pick<ParsedAccount, 'name' | 'role' | 'id' | 'formerly'>[],
  ledger: Ledger,
): Readonly<Partial<Record<FixedName, string>>> {
  const withRole = (role: ParsedAccount['role']) => accounts.find((account) => account.role === role);
  const keyOf = (role: ParsedAccount['role']): string | undefined => {
    const account = withRole(role);
    return account && keyOfAccount(ledger, account);
  };
  return {
    name,
    homeRegion,
    deployRole,
    managementAccount: withRole('management')?.id,
    'log-archive': keyOf('log-archive') ?? keyOf('security'),
    security: keyOf('security'),
  };
}
