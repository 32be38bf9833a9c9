import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { smallZone } from '../../rehearsal/changes/small-zone';
import { resolve, type Write, write } from '../../rehearsal/changes/written';
import { judgeResource } from '../../review/judge-resource';
import { kinds } from '../../review/kinds';
import { References } from '../../review/references';
import { type Review, review } from '../../review/review';
import { type Body, type Place, resourcesOf, type Stacks } from '../../review/stack-json';
import type { Ledger } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import type { SourceFile } from '../../schema/problems/problem';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { synth } from './synth';

/** What is written where, as rows of the rehearsal write it: `accounts.models.owner`; undefined takes a field away. */
export type Edits = Readonly<Record<string, unknown>>;

/** The small landing zone of the rehearsal, without the catalog, which takes the most time, after some edits of its files. */
export function edited(edits: Edits = {}, controls: readonly SourceFile[] = [], ledger?: Ledger): LandingZone {
  const writes: readonly Write[] = [{ at: 'settings.controls', value: undefined }, ...writesOf(edits)];
  return resolve(write(smallZone, writes), { controls, auditQueries: [] }, ledger);
}

const writesOf = (edits: Edits): readonly Write[] => Object.entries(edits).map(([at, value]) => ({ at, value }));

/** Controls of the catalog by their ids. */
export const catalogOf = (...ids: readonly string[]): readonly SourceFile[] =>
  readFolder(folders.controls).files.filter(({ file }) => ids.some((id) => file.endsWith(`/${id}.ts`)));

/** The stacks of a landing zone, as a review reads them. */
export const stacksOf = (zone: LandingZone): Stacks =>
  new Map(Object.values(synth(zone)).map(({ name, json }) => [name, json]));

/** What edits of the small landing zone mean, and of its controls. @param remembers whether a ledger was written in between */
export function reviewOf(
  edits: Edits,
  { controls = [], before = {}, remembers = false }: Around = {},
): Promise<Review> {
  const old = edited(before, controls);
  const now = edited({ ...before, ...edits }, controls, remembers ? ledgerOf(old) : undefined);
  return review(stacksOf(old), stacksOf(now));
}

interface Around {
  readonly controls?: readonly SourceFile[];
  readonly before?: Edits;
  readonly remembers?: boolean;
}

const nowhere: Place = { accountId: '111122223333', region: 'eu-central-1' };

/** Attributes of stacks that no table has, by type: as if each resource had been empty before. */
export async function unknownIn(stacks: Stacks): Promise<readonly string[]> {
  const unknown = new Set<string>();
  const seen = new Set<string>();
  for (const stack of stacks.values())
    for (const after of resourcesOf(stack).values()) {
      const { address, type } = after;
      const body = withoutDocuments(type, after.body);
      const shape = type + JSON.stringify(body).replace(/"[^"]*"(?!:)/g, '');
      if (seen.has(shape)) continue;
      seen.add(shape);
      const change = {
        address,
        type,
        change: 'changed',
        before: { ...after, body: {} },
        after: { ...after, body },
      } as const;
      const around = {
        before: stack,
        after: stack,
        references: new References(),
        place: nowhere,
        formerPlace: nowhere,
      };
      const { effects } = await judgeResource(change, around);
      for (const { says } of effects)
        if (says.startsWith('nobody here knows')) unknown.add(`${type}: ${says.replace(/ nothing → .*/s, '')}`);
    }
  return [...unknown].sort();
}

/** Documents are compared by proof, which takes its time and knows no attributes. */
const withoutDocuments = (type: string, body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !('document' in (kinds[type]?.attributes[name] ?? {}))));
