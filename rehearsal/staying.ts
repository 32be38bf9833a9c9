import type { Leftover } from '../emulator/toolkit/store';
import type { LandingZone } from '../schema/landing-zone';

/** Kinds that AWS leaves on in an account that stops being a member: it goes on by itself, and is billed. */
const goesOn = /^\S+ (?:guardduty-detector|macie-session|security-hub) /;

/**
 * Parts what is left after a teardown: what an adopted account keeps, because it outlives the landing zone and nobody but itself can
 * switch it off there, and what should have gone. Sources: GuardDuty User Guide, delete-member-accounts-guardduty-organization; the API
 * References of Macie and Security Hub, whose DisableMacie and DisableSecurityHub are about the calling account alone.
 */
export function partStaying(
  { accounts }: Pick<LandingZone, 'accounts'>,
  left: readonly Leftover[],
): { readonly staying: readonly Leftover[]; readonly leftovers: readonly Leftover[] } {
  const adopted = new Set(accounts.flatMap(({ origin, id }) => (origin === 'adopted' && id ? [id] : [])));
  const stays = ({ account, resource }: Leftover): boolean => adopted.has(account) && goesOn.test(resource);
  return { staying: left.filter(stays), leftovers: left.filter((each) => !stays(each)) };
}
