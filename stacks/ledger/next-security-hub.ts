import { ownValue } from '../../schema/facts/own-value';
import type { Ledger } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { sorted } from './sorted';

type SecurityHub = NonNullable<Ledger['securityHub']>;
type Whereabouts = SecurityHub['regions'][string];

/** What the ledger has to say of Security Hub: how it is set, and in which regions AWS has hubs that are in no state. */
export function nextSecurityHub(zone: LandingZone): SecurityHub {
  const { enabled } = zone.services.securityHub;
  const before = zone.ledger.securityHub?.regions;
  const regions = new Set([...zone.regions, ...zone.retiredRegions, ...Object.keys(before ?? {})]);
  const known = [...regions].flatMap((region): [string, Whereabouts][] => {
    // What an older ledger does not tell: a region that is retired was governed.
    const was = before ? ownValue(before, region) : zone.retiredRegions.includes(region) ? 'here' : undefined;
    const is = whereabouts(zone, region, was);
    return is ? [[region, is]] : [];
  });
  return { enabled, regions: sorted(Object.fromEntries(known)) };
}

function whereabouts(
  { services, regions, retiredRegions, protection }: LandingZone,
  region: string,
  was: Whereabouts | undefined,
): Whereabouts | undefined {
  // The hubs that Terraform has go with the service; it knows of no others.
  if (services.securityHub.enabled === false) return was === 'left' ? 'left' : undefined;
  if (regions.includes(region)) return was === 'left' || was === 'back' ? 'back' : 'here';
  if (was === 'left') return 'left';
  const isForgotten = retiredRegions.includes(region) && protection === 'on';
  return was && isForgotten ? 'left' : undefined;
}
