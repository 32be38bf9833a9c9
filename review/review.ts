import { compareGrants } from './data/compare';
import type { Finding } from './finding';
import { judgeResource } from './judge-resource';
import { withMoves } from './moved';
import { compareAuthorization } from './organization/compare';
import { compareDeclarations } from './organization/declarations';
import { comparePacks } from './packs';
import { tryPublishedRole } from './published-roles';
import { References, type RoleOf } from './references';
import { type ResourceChange, resourceChanges } from './resource-changes';
import { isResource, placeOf, resourcesOf, type StackJson, type Stacks } from './stack-json';
import { compareSettings } from './stack-settings';

/** What changes between two synths. */
export interface Review {
  readonly findings: readonly Finding[];
  /** Of each stack that is not the same. */
  readonly stacks: readonly StackSummary[];
}

interface StackSummary {
  readonly stack: string;
  readonly change: 'added' | 'gone' | 'changed';
  /** The account that it is about. */
  readonly account: string;
  /** How many resources are added, changed, replaced, destroyed and kept. */
  readonly resources: Readonly<Record<ResourceChange['change'], number>>;
}

/** By stack and address: what Terraform has planned to do, which it knows better than anybody. */
export type Planned = ReadonlyMap<string, ReadonlyMap<string, ResourceChange['change']>>;

/** Compares every stack of two synths: what each change does to security, found by proof wherever a policy is involved. */
export async function review(before: Stacks, after: Stacks, planned: Planned = new Map()): Promise<Review> {
  const findings: Finding[] = [];
  const stacks: StackSummary[] = [];
  const roleOf: RoleOf = (reference) => tryPublishedRole(before, after, reference);
  for (const stack of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(stack), after.get(stack)];
    const found =
      was && is ? await changedStack(stack, was, is, roleOf, planned.get(stack)) : wholeStack(stack, was, is);
    if (found.length === 0) continue;
    findings.push(...found);
    stacks.push({
      stack,
      change: was && is ? 'changed' : is ? 'added' : 'gone',
      account: accountOf(is ?? was ?? {}),
      resources: countsOf(was && is ? found : [], was, is),
    });
  }
  return { findings, stacks };
}

/** A stack that is new or gone has nothing to be compared with. */
function wholeStack(stack: string, was: StackJson | undefined, is: StackJson | undefined): readonly Finding[] {
  const json = (is ?? was) as StackJson;
  const number = resourcesOf(json).size;
  const size = `${number} ${number === 1 ? 'resource' : 'resources'}`;
  return [
    {
      stack,
      accounts: [accountOf(json)],
      subject: 'the stack',
      change: is ? 'added' : 'kept',
      effects: [
        is
          ? { verdict: 'harmless', says: `is a new stack with ${size}` }
          : {
              verdict: 'not judged',
              says: `is no stack any more: ${size} stay in AWS, and nothing here watches over them`,
            },
      ],
    },
  ];
}

async function changedStack(
  stack: string,
  former: StackJson,
  is: StackJson,
  roleOf: RoleOf,
  planned?: ReadonlyMap<string, ResourceChange['change']>,
): Promise<readonly Finding[]> {
  const was = withMoves(former, is);
  const references = new References(roleOf);
  const found: Finding[] = [];
  for (const each of resourceChanges(was, is)) {
    const change = { ...each, change: planned?.get(each.address) ?? each.change };
    found.push(await findingOf(stack, change, was, is, references));
  }
  const isManagement = [was, is].some(({ resource }) => resource?.aws_organizations_policy !== undefined);
  return [
    ...found,
    ...regionsLost(stack, was, is),
    ...compareSettings(stack, was, is),
    ...(isManagement ? [...(await compareAuthorization(stack, was, is)), ...compareDeclarations(stack, was, is)] : []),
    ...comparePacks(stack, was, is),
    ...compareGrants(stack, was, is),
  ];
}

async function findingOf(
  stack: string,
  change: ResourceChange,
  before: StackJson,
  after: StackJson,
  references: References,
): Promise<Finding> {
  const [old, now] = [change.before?.body, change.after?.body];
  const place = now ? placeOf(after, now) : placeOf(before, old ?? {});
  const formerPlace = old ? placeOf(before, old) : place;
  const judged = await judgeResource(change, { before, after, references, place, formerPlace });
  const accounts = [accountText(now ? after : before, now ?? old ?? {}, references)];
  return { stack, accounts, region: place.region, subject: change.address, ...judged };
}

const accountText = (stack: StackJson, body: Readonly<Record<string, unknown>>, references: References): string =>
  references.readable(references.accountOf(placeOf(stack, body).accountId));

/** The account of the provider that has no alias. */
const accountOf = (stack: StackJson): string => accountText(stack, {}, new References());

/** Regions in which something stood, and nothing will. */
function regionsLost(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const [old, now] = [before, after].map(
    (json) => new Set([...resourcesOf(json).values()].map(({ body }) => placeOf(json, body).region)),
  );
  const lost = [...(old ?? [])].filter((region) => region !== '' && !now?.has(region));
  return lost.map((region) => ({
    stack,
    accounts: [],
    region,
    subject: `region ${region}`,
    change: 'destroyed',
    effects: [{ verdict: 'weaker', says: `nothing of the landing zone stands in ${region} any more` }],
  }));
}

function countsOf(
  found: readonly Finding[],
  was: StackJson | undefined,
  is: StackJson | undefined,
): StackSummary['resources'] {
  const of = (kind: ResourceChange['change']) =>
    found.filter(({ subject, change }) => isResource(subject) && change === kind).length;
  const whole = (json: StackJson | undefined) => (json ? resourcesOf(json).size : 0);
  return {
    added: was ? of('added') : whole(is),
    changed: of('changed'),
    replaced: of('replaced'),
    destroyed: of('destroyed'),
    kept: is ? of('kept') : whole(was),
  };
}
