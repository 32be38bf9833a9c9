import { isDeepStrictEqual } from 'node:util';
import { ownValue } from '../schema/facts/own-value';
import { type Difference, differencesOf } from './differences';
import { compareDocuments } from './documents';
import type { Attribute, Kind, Presence } from './kind';
import { kinds, tryAttribute } from './kinds';
import type { References } from './references';
import type { ResourceChange } from './resource-changes';
import { type Body, type Place, type Resource, resourcesOf, type StackJson } from './stack-json';
import type { Effect, Verdict } from './verdict';

/** A change with what it does, and whether AWS makes another thing for it. */
export interface Judged {
  readonly change: ResourceChange['change'];
  readonly effects: readonly Effect[];
}

/** What is around a change. */
export interface Around {
  readonly before: StackJson;
  readonly after: StackJson;
  readonly references: References;
  /** Of the version that has the resource. */
  readonly place: Place;
  /** Where it was, if it was there. */
  readonly formerPlace: Place;
}

/** What a change of one resource does to security. */
export async function judgeResource(change: ResourceChange, around: Around): Promise<Judged> {
  const kind = ownValue(kinds, change.type);
  if (!kind)
    return { change: change.change, effects: [{ verdict: 'not judged', says: `nobody here knows ${change.type}` }] };
  const { before, after } = change;
  if (before && after) return judgeChanged(change, kind, before, after, around);
  const { body } = (after ?? before) as Resource;
  const presence = typeof kind.presence === 'function' ? kind.presence(body) : kind.presence;
  if (change.change === 'kept')
    return { change: 'kept', effects: [{ verdict: 'harmless', says: `stays in AWS, out of Terraform` }] };
  if (isNewOrGoneWith(kind, body, before ? around.after : around.before)) return { change: change.change, effects: [] };
  const documents = await documentEffects(kind, before?.body ?? {}, after?.body ?? {}, around, change);
  return { change: change.change, effects: [...presenceEffects(presence, change.change), ...documents] };
}

/** Whether a resource belongs to one that is not in the other version either. */
function isNewOrGoneWith({ partOf }: Kind, body: Body, other: StackJson): boolean {
  const parent = partOf === undefined ? undefined : /^\$\{(aws_\w+\.[^.}]+)/.exec(String(body[partOf]))?.[1];
  return parent !== undefined && !resourcesOf(other).has(parent);
}

function presenceEffects(
  { does, why }: Presence,
  change: 'added' | 'changed' | 'replaced' | 'destroyed',
): readonly Effect[] {
  const isThere = change === 'added';
  const effect = (verdict: Verdict, says: string): readonly Effect[] => [{ verdict, says }];
  switch (does) {
    case 'protects':
      return isThere ? effect('stronger', `now ${why}`) : effect('weaker', `no longer: ${why}`);
    case 'opens':
      return isThere ? effect('weaker', `now ${why}`) : effect('stronger', `no longer: ${why}`);
    case 'holds':
      return isThere ? [] : effect('weaker', `is destroyed: ${why}`);
    default:
      return [];
  }
}

async function judgeChanged(
  change: ResourceChange,
  kind: Kind,
  { body: old }: Resource,
  { body: now }: Resource,
  around: Around,
): Promise<Judged> {
  const effects: Effect[] = [...(await documentEffects(kind, old, now, around, change))];
  let replaced = change.change === 'replaced';
  if (!isDeepStrictEqual(around.place, around.formerPlace)) {
    replaced = true;
    effects.push({ verdict: 'not judged', says: `moves from ${around.formerPlace.region} to ${around.place.region}` });
  }
  for (const leaf of differencesOf(withoutPlace(old), withoutPlace(now)).flatMap((each) => leavesOf(each, kind))) {
    const path = plainPath(leaf.path);
    const attribute = tryAttribute(kind, path);
    if (attribute === undefined) effects.push({ verdict: 'not judged', says: `nobody here knows ${shown(leaf, '')}` });
    else if ('judge' in attribute) {
      replaced ||= attribute.replaces === true;
      effects.push({ verdict: attribute.judge(leaf.before, leaf.after), says: shown(leaf, attribute.why) });
    }
  }
  if (!replaced) return { change: 'changed', effects: effects.map((each) => readable(each, around)) };
  const presence = typeof kind.presence === 'function' ? kind.presence(old) : kind.presence;
  const lost: readonly Effect[] =
    presence.does === 'holds'
      ? [{ verdict: 'weaker', says: `is replaced, the former is destroyed: ${presence.why}` }]
      : [];
  return { change: 'replaced', effects: [...lost, ...effects].map((each) => readable(each, around)) };
}

const readable = ({ verdict, says }: Effect, { references }: Around): Effect => ({
  verdict,
  says: references.readable(says),
});

const withoutPlace = ({ '//': _, provider: __, ...body }: Body): Body => body;

/** Attributes that are compared as a whole: documents by proof, others by a judge of their own. */
async function documentEffects(
  { attributes }: Kind,
  before: Body,
  after: Body,
  { references, place }: Around,
  { before: was, after: is, type }: ResourceChange,
): Promise<readonly Effect[]> {
  const account = references.accountOf(place.accountId);
  const effects: Effect[] = [];
  for (const [name, attribute] of Object.entries(attributes)) {
    const [old, now] = [before[name], after[name]];
    if (isDeepStrictEqual(old, now)) continue;
    if ('whole' in attribute) {
      if (was && is) effects.push(...attribute.whole(old, now, after));
    } else if ('document' in attribute && !((!was || !is) && attribute.withItself) && !isOfServices(type, was, now))
      effects.push(...(await compareDocuments(old, now, { ...attribute, account }, references)));
  }
  return effects;
}

/** Whether a role is new and trusts AWS services alone: it does what its stack makes it do. */
const isOfServices = (type: string, before: Resource | undefined, trust: unknown): boolean =>
  type === 'aws_iam_role' && before === undefined && !/"(AWS|Federated)":|"Principal":"\*"/.test(String(trust));

/** A difference as differences of single values, unless the table speaks of the block as a whole. */
function leavesOf(difference: Difference, kind: Kind): readonly Difference[] {
  const { path, before, after } = difference;
  const top = kind.attributes[path.split(/[.[]/)[0] ?? ''];
  if (top && ('whole' in top || 'document' in top || 'elsewhere' in top)) return [];
  const block = [before, after].find((value) => typeof value === 'object' && value !== null);
  if (block === undefined) return [difference];
  if (isDirectly(kind.attributes[plainPath(path)])) return isEmpty(before) && isEmpty(after) ? [] : [difference];
  const keys = new Set(
    [before, after].flatMap((value) => (isEmpty(value) || typeof value !== 'object' ? [] : Object.keys(value as Body))),
  );
  const at = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null ? (value as Body)[key] : undefined;
  return [...keys].flatMap((key) => {
    const below = Array.isArray(block) ? `${path}[]` : `${path}.${key}`;
    const [old, now] = [at(before, key), at(after, key)];
    return isDeepStrictEqual(old, now) ? [] : leavesOf({ path: below, before: old, after: now }, kind);
  });
}

const isDirectly = (attribute: Attribute | undefined): boolean => attribute !== undefined && 'judge' in attribute;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** Without the places in lists. */
const plainPath = (path: string): string => path.replace(/\[[^\]]*\]/g, '');

function shown({ path, before, after }: Difference, why: string): string {
  const value = (each: unknown) => {
    const text =
      each === undefined || each === null ? 'nothing' : typeof each === 'string' ? each : JSON.stringify(each);
    return text.length > 100 ? `${text.slice(0, 100)}…` : text;
  };
  return `${path} ${value(before)} → ${value(after)}${why ? ` (${why})` : ''}`;
}
