import { isDeepStrictEqual } from 'node:util';
import { ownValue } from '../schema/facts/own-value';
import type { Difference } from './differences';
import { compareDocuments } from './documents';
import type { Kind, Presence } from './kind';
import { kinds, tryAttribute } from './kinds';
import { changedValues, plainPath, shown } from './leaves';
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
  if (change.change === 'kept') return { change: 'kept', effects: [keptEffect(change.type, presence)] };
  const [own, other] = after ? [around.after, around.before] : [around.before, around.after];
  if (isNewOrGoneWith(kind, body, own, other)) return { change: change.change, effects: [] };
  const [was, is] = [before?.body ?? {}, after?.body ?? {}];
  const values = kind.isSetting
    ? valueEffects(changedValues(was, is, kind), kind)
    : after
      ? addedEffects(presence, is, kind)
      : presenceEffects(presence, false);
  const documents = await documentEffects(kind, was, is, around, change);
  return { change: change.change, effects: [...values, ...documents].map((each) => readable(each, around)) };
}

/** What keeps data keeps it; of anything else nothing here sees any more what becomes of it. */
const keptEffect = (type: string, { does, why }: Presence): Effect =>
  does === 'holds' && !type.startsWith('aws_organizations_')
    ? { verdict: 'harmless', says: 'stays in AWS, out of Terraform' }
    : { verdict: 'not judged', says: `stays in AWS, out of Terraform, and nothing here watches over it: ${why}` };

/** What is new, with its values: what protects does not for certain where one of them is off, or lets somebody through. */
function addedEffects(presence: Presence, body: Body, kind: Kind): readonly Effect[] {
  const values = changedValues({}, body, kind);
  const unknown = values.filter(({ path }) => tryAttribute(kind, plainPath(path)) === undefined);
  const doubtful = values.flatMap((value) => {
    const attribute = tryAttribute(kind, plainPath(value.path));
    if (attribute === undefined || !('judge' in attribute)) return [];
    const isDoubtful = attribute.isOff?.(value.after) || attribute.judge(undefined, value.after) === 'weaker';
    return isDoubtful ? [shown(value, attribute.why)] : [];
  });
  const strangers = valueEffects(unknown, kind);
  if (doubtful.length === 0 || presence.does === 'opens' || presence.does === 'holds')
    return [...presenceEffects(presence, true), ...strangers];
  return [{ verdict: 'not judged', says: `is new (${presence.why}), with ${doubtful.join(', ')}` }, ...strangers];
}

/** What each change of a value does. */
const valueEffects = (values: readonly Difference[], kind: Kind): readonly Effect[] =>
  values.flatMap((leaf): readonly Effect[] => {
    const attribute = tryAttribute(kind, plainPath(leaf.path));
    if (attribute === undefined) return [{ verdict: 'not judged', says: `nobody here knows ${shown(leaf, '')}` }];
    if (!('judge' in attribute)) return [];
    return [{ verdict: attribute.judge(leaf.before, leaf.after), says: shown(leaf, attribute.why) }];
  });

/** Whether a resource belongs to one of its own version that is not in the other version either. */
function isNewOrGoneWith({ partOf }: Kind, body: Body, own: StackJson, other: StackJson): boolean {
  const parent = partOf === undefined ? undefined : /^\$\{((?:aws|tfe)_\w+\.[^.}]+)/.exec(String(body[partOf]))?.[1];
  return parent !== undefined && resourcesOf(own).has(parent) && !resourcesOf(other).has(parent);
}

function presenceEffects({ does, why }: Presence, isThere: boolean): readonly Effect[] {
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
  const values = changedValues(old, now, kind);
  effects.push(...valueEffects(values, kind));
  replaced ||= values.some(({ path }) => isReplacing(kind, path));
  if (!replaced) return { change: 'changed', effects: effects.map((each) => readable(each, around)) };
  const presence = typeof kind.presence === 'function' ? kind.presence(old) : kind.presence;
  const lost: readonly Effect[] =
    presence.does === 'holds'
      ? [{ verdict: 'weaker', says: `is replaced, the former is destroyed: ${presence.why}` }]
      : [];
  return { change: 'replaced', effects: [...lost, ...effects].map((each) => readable(each, around)) };
}

const isReplacing = (kind: Kind, path: string): boolean => {
  const attribute = tryAttribute(kind, plainPath(path));
  return attribute !== undefined && 'judge' in attribute && attribute.replaces === true;
};

const readable = ({ verdict, says }: Effect, { references }: Around): Effect => ({
  verdict,
  says: references.readable(says),
});

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
      if ((was && is) || attribute.alone) effects.push(...attribute.whole(old, now, after));
    } else if ('document' in attribute && !((!was || !is) && attribute.withItself) && !isOfServices(type, was, now))
      effects.push(...(await compareDocuments(old, now, { ...attribute, account }, references)));
  }
  return effects;
}

/** Whether a role is new and trusts AWS services alone: it does what its stack makes it do. */
const isOfServices = (type: string, before: Resource | undefined, trust: unknown): boolean =>
  type === 'aws_iam_role' && before === undefined && allowingIn(trust).every(trustsServices);

interface Trust {
  readonly Effect?: string;
  readonly Principal?: unknown;
}

/** A document that cannot be read trusts nobody knows whom. */
function allowingIn(document: unknown): readonly Trust[] {
  try {
    const { Statement = {} } = JSON.parse(String(document)) as { readonly Statement?: Trust | readonly Trust[] };
    return [Statement].flat().filter(({ Effect }) => Effect !== 'Deny');
  } catch {
    return [{}];
  }
}

const trustsServices = ({ Principal }: Trust): boolean =>
  typeof Principal === 'object' && Principal !== null && Object.keys(Principal).join() === 'Service';
