import { stackNames } from '../../schema/facts/stack-names';
import type { Keeper } from '../../schema/forms/keeper';
import type { Control, LandingZone } from '../../schema/landing-zone';
import { accountsIn } from '../../schema/organization-tree';
import type { Json } from './json';
import { placeOf, resources, type Stack, type Stacks } from './synth';

/** A resource that a promise names, where it has to be. */
interface Kept {
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

/** What of that is not there, is elsewhere, or does not say what it should. */
export const brokenOf = (zone: LandingZone, stacks: Stacks, control: Control): readonly string[] =>
  keptOf(zone, control).flatMap((kept) => complaint(zone, stacks[kept.stack], kept) ?? []);

function placed(zone: LandingZone, { where }: Control, keeper: Keeper): readonly Kept[] {
  const [type = '', name = ''] = keeper.resource.split('.');
  const { saying } = keeper;
  if (keeper.stack === 'account')
    return accountsIn(zone, where)
      .filter(({ state }) => state === 'active')
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

function complaint(zone: LandingZone, stack: Stack | undefined, kept: Kept): string | undefined {
  const address = `${kept.stack}/${kept.type}.${kept.name}`;
  const body = stack && resources(stack, kept.type)[kept.name];
  if (!stack || !body) return `${address} is not there`;
  const place = placeOf(zone, stack, body);
  if (place !== kept.place) return `${address} is in ${place}, not in ${kept.place}`;
  const text = textOf(body);
  const unsaid = kept.saying.filter((said) => !text.includes(said));
  return unsaid.length > 0 ? `${address} does not say ${unsaid.join(', ')}` : undefined;
}

/** The configuration as JSON, and every document in it as it reads itself. */
const textOf = (body: Json): string => [JSON.stringify(body), ...texts(body)].join('\n');

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
