import type { LandingZone } from '../../schema/landing-zone';

/** What an organization has to know that was there before: what holds at its root holds for accounts that have no file, too. */
export function adoptedOrganization({ organization }: LandingZone): readonly string[] {
  const { adopt, undeclaredAccounts } = organization;
  if (adopt === undefined) return [];
  const quarantine =
    undeclaredAccounts === 'quarantine'
      ? ' Nobody but the deploy role and breakGlass acts in those that are directly in the root.'
      : '';
  return [
    `${adopt} is adopted: the policies of the root, GuardDuty, Macie, Security Hub and the conformance packs reach every account in it, those without a file in accounts/ too. The plan of management names them.${quarantine}`,
  ];
}
