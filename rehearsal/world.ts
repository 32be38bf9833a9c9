import type { EmulatedAwsOptions } from '../emulator/emulated-aws';
import type { WorldSettings } from '../emulator/world';
import { unitIdPattern, unitsAlong } from '../schema/facts/organizational-units';
import { ownValue } from '../schema/facts/own-value';
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
    ...existingIn(zone),
  };
}

/** The organization that the landing zone adopts, as it was before: its OUs, its accounts in the root, and trusted services that stay. */
function existingIn({
  organization: { adopt, trustedServices },
  organizationalUnits,
  adoptedUnits,
  accounts,
}: LandingZone): Pick<WorldSettings, 'existing'> {
  if (adopt === undefined) return {};
  const adopted = accounts.flatMap(({ origin, id, email, name }) =>
    origin === 'adopted' && id ? [{ id, email, name }] : [],
  );
  // Parents first.
  const units = organizationalUnits.flatMap((path) => {
    const id = ownValue(adoptedUnits, path);
    const parent = unitsAlong(path).at(-2);
    const parentId = parent === undefined ? undefined : ownValue(adoptedUnits, parent);
    return id === undefined ? [] : [{ id, name: path.split('/').at(-1) ?? path, parentId }];
  });
  const [, rootPart] = unitIdPattern.exec(units[0]?.id ?? '') ?? [];
  const tree = rootPart === undefined ? {} : { rootId: `r-${rootPart}`, units };
  return { existing: { organizationId: adopt, ...tree, accounts: adopted, trustedServices } };
}
