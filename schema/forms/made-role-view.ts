import { matchesWildcard } from '../text';
import type { ParsedAccount } from './account';
import type { MadeRole } from './made-roles';
import type { Settings } from './settings';

/** What a role may be exempt for, as `roles` calls it. */
export type Duty = keyof Settings['roles'];

/** The duties whose roles are made in accounts; a data steward is a role of a lake, in `ai.dataLake.roles`. */
export const madeDuties = ['breakGlass', 'modelApprovers', 'securityResponders'] as const satisfies readonly Duty[];
export type MadeDuty = (typeof madeDuties)[number];

/** Every duty for which controls exempt a role. */
export const dutiesOf = (roles: Settings['roles'], name: string): readonly Duty[] =>
  (Object.keys(roles) as Duty[]).filter((duty) => roles[duty].some((pattern) => matchesWildcard(pattern, name)));

/** A role as one account has it. */
export interface PlacedRole extends Pick<MadeRole, 'name' | 'trusts'> {
  readonly duty: MadeDuty;
}

type Placeable = Pick<ParsedAccount, 'name' | 'role' | 'ai'> & { readonly origin?: string | undefined };

/** The roles that an account has. */
export function rolesOfAccount(
  { roles, madeRoles }: Pick<Settings, 'roles' | 'madeRoles'>,
  account: Placeable,
): readonly PlacedRole[] {
  return madeRoles.flatMap(({ name, trusts, accounts }) => {
    const duty = madeDuties.find((each) => dutiesOf(roles, name).includes(each));
    if (duty === undefined) return [];
    return (accounts ? accounts.includes(account.name) : isAt(duty, account)) ? [{ name, trusts, duty }] : [];
  });
}

/** Whether an account has a role of a duty where the settings do not say. */
function isAt(duty: MadeDuty, account: Placeable): boolean {
  if (!isBound(account)) return false;
  const { ai, role } = account;
  switch (duty) {
    case 'breakGlass':
      return true;
    case 'modelApprovers':
      return ai !== undefined;
    case 'securityResponders':
      return role === 'security';
  }
}

/** Whether policies of the organization bind the account: where none do, no role has to be exempt. */
export const isBound = ({ role, origin }: Pick<Placeable, 'role' | 'origin'>): boolean =>
  role !== 'management' && origin !== 'external';
