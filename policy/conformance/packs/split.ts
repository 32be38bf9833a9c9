import { type Quota, quotas } from '../../../schema/facts/quotas';
import { bytesOf, type Fragment, frameBytes } from './fragment';

/** What a pack uses of its limits. */
interface Load {
  readonly rules: number;
  readonly bytes: number;
  readonly parameters: number;
}

/** Something counted, and how much of it AWS takes. */
export interface Use {
  readonly count: number;
  readonly quota: Quota;
}

/**
 * Cuts a list into packs that AWS takes, in the order of the list. A rule that exceeds a limit by itself is a pack by itself.
 */
export function split(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const packs: Fragment[][] = [];
  let load = empty;
  for (const fragment of fragments) {
    const last = packs.at(-1);
    const more = add(load, fragment);
    if (last && fits(more) && !last.some((other) => sharesLogicalId(other, fragment))) {
      last.push(fragment);
      load = more;
    } else {
      packs.push([fragment]);
      load = add(empty, fragment);
    }
  }
  return packs;
}

/** The limits of a pack of so many rules, each with what is used of it. */
export const usesOf = ({ rules, bytes, parameters }: Load): readonly Use[] => [
  { count: rules, quota: quotas.rulesPerPack },
  { count: bytes, quota: quotas.packTemplate },
  { count: parameters, quota: quotas.packParameters },
];

const empty: Load = { rules: 0, bytes: frameBytes, parameters: 0 };

const add = (load: Load, fragment: Fragment): Load => ({
  rules: load.rules + 1,
  bytes: load.bytes + bytesOf(fragment),
  parameters: load.parameters + Object.keys(fragment.parameters).length,
});

const fits = (load: Load): boolean => usesOf(load).every(({ count, quota }) => count <= quota.value);

/** Logical ids have no hyphens, so ids that differ in hyphens alone share one. */
const sharesLogicalId = (one: Fragment, other: Fragment): boolean =>
  Object.keys(one.resources).some((id) => id in other.resources);
