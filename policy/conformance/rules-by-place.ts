import type { Where } from '../../schema/forms/control';
import type { LandingZone } from '../../schema/landing-zone';
import { accountsIn, describeTags, targetsOf } from '../../schema/organization-tree';
import { shortened, slugOf } from '../../schema/text';
import type { ConformancePack, PackRule } from './conformance-pack';

/** The rules of one place, under a name of letters, digits and hyphens that no other place has; at most 80 characters. */
export type PlaceRules = Pick<ConformancePack, 'name' | 'accounts' | 'rules'>;

/**
 * Rules by the place that the controls name, and not by the accounts that are in it today: a new account then moves no rule into
 * another pack, where its results would begin anew.
 */
export function rulesByPlace(zone: LandingZone, rules: readonly PackRule[]): readonly PlaceRules[] {
  const places = new Map<string, PackRule[]>();
  for (const rule of rules) {
    const place = `${placeOf(zone, rule.where)}${isAnnounced(rule) ? ' announced' : ''}`;
    places.set(place, [...(places.get(place) ?? []), rule]);
  }
  const slugs = [...places.keys()].map(slugOf);
  return [...places]
    .map(([place, inPlace]) => ({
      name: nameOf(place, slugs),
      accounts: inPlace[0] ? accountsIn(zone, inPlace[0].where) : [],
      rules: inPlace,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether AWS may refuse the rule somewhere: nobody could look it up. */
const isAnnounced = ({ source }: PackRule): boolean => 'managed' in source && source.announced === true;

/** The same text for the same place, in whatever order its OUs or tags are written. */
function placeOf(zone: LandingZone, where: Where): string {
  if (where === 'every account') return where;
  if ('accountTags' in where) return describeTags(where.accountTags);
  if ('accountsWithout' in where) return `without ${where.accountsWithout}`;
  return targetsOf(zone, where)
    .map(({ name }) => name)
    .join(' ');
}

const maximumLength = 80;

/** The place in kebab-case; with a digest of it where that is too long, or another place's too. */
function nameOf(place: string, slugs: readonly string[]): string {
  const slug = slugOf(place);
  const unique = slugs.filter((other) => other === slug).length === 1;
  return unique && slug !== '' && slug.length <= maximumLength ? slug : shortened(slug, place, maximumLength);
}
