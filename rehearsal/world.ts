import type { EmulatedAwsOptions } from '../emulator/emulated-aws';
import { scpQuotas } from '../schema/facts/quotas';
import type { LandingZone } from '../schema/landing-zone';

/** The world around the landing zone: its management account, the accounts outside, the quotas it counts on. */
export function worldOf(zone: LandingZone): EmulatedAwsOptions['settings'] {
  const { characters, perTarget } = scpQuotas[zone.organization.scpQuota];
  return {
    managementAccount: zone.managementAccount.id,
    managementEmail: zone.managementAccount.email,
    accountQuota: zone.organization.accountQuota,
    scpQuota: { characters: characters.value, perTarget: perTarget.value },
    // AWS's pages differ; the harsher reading.
    delegationEnablesGuardDuty: true,
    outsideAccounts: zone.activeAccounts.flatMap(({ origin, id, email }) =>
      origin === 'external' && id ? [{ id, email }] : [],
    ),
  };
}
