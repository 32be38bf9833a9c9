import { stackNames } from '../../schema/facts/stack-names';
import type { Keeper } from '../../schema/forms/keeper';
import type { Control, LandingZone } from '../../schema/landing-zone';
import { accountsIn } from '../../schema/organization-tree';

/** A resource that a promise names, where it has to be. */
export interface Kept {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  /** `account/region`. */
  readonly place: string;
  readonly saying: readonly string[];
}

/** What has to stand in the stacks so that the promise is kept: each resource of it, in each account and region. */
export const keptOf = (zone: LandingZone, control: Control): readonly Kept[] =>
  (control.keptBy ?? []).flatMap((keeper) => placed(zone, control, keeper));

function placed(zone: LandingZone, { where }: Control, keeper: Keeper): readonly Kept[] {
  const [type = '', name = ''] = keeper.resource.split('.');
  const { saying } = keeper;
  if (keeper.stack === 'account')
    return accountsIn(zone, where)
      .filter(({ state, role }) => state === 'active' && (keeper.account === undefined || role === keeper.account))
      .flatMap((account) =>
        regionsOf(keeper, zone.homeRegion, account.regions).map(({ region, ending }) => ({
          stack: stackNames.account(account),
          type,
          name: `${name}${ending}`,
          place: `${account.name}/${region}`,
          saying,
        })),
      );
  const account = {
    management: zone.managementAccount,
    'log-archive': zone.logArchiveAccount,
    security: zone.securityAccount,
  }[keeper.account ?? (keeper.stack === 'compliance' ? 'management' : keeper.stack)];
  return regionsOf(keeper, zone.homeRegion, zone.regions).map(({ region, ending }) => ({
    stack: keeper.stack,
    type,
    name: `${name}${ending}`,
    place: `${account.name}/${region}`,
    saying,
  }));
}

const regionsOf = ({ regions }: Keeper, home: string, every: readonly string[]) =>
  regions === 'every' ? every.map((region) => ({ region, ending: `-${region}` })) : [{ region: home, ending: '' }];
