import { ownValue } from '../../schema/facts/own-value';
import { stackNames } from '../../schema/facts/stack-names';
import { excludedFrom } from './bill-config';
import { billings } from './billing';
import { byUse, free } from './free';
import { type Landscape, type Resource, readLandscape, type Stacks } from './landscape';
import { type Line, type Setting, type Standing, settingOf } from './line';
import type { Expected } from './usage';

/** A line with everything that it leaves out. */
export interface Placed extends Line {
  readonly account: string;
  readonly region: string;
  readonly setting: Setting;
}

/** What was billed, line by line, and what of the stacks is not estimated. */
export interface Billed {
  readonly landscape: Landscape;
  /** How many resources of each type there are. */
  readonly resources: ReadonlyMap<string, number>;
  readonly uncounted: readonly string[];
}

export interface Assumptions {
  readonly expected: Expected;
  readonly sandboxes: readonly string[];
  /** The name of an account by its key. @default - the key */
  readonly nameOf?: (key: string) => string;
}

/**
 * Bills the resources of stacks, line by line.
 *
 * @param add gets each line: those of a thousand accounts are not held at once
 * @throws Error of a type of resource that is neither billed nor known to cost nothing
 */
export function bill(
  stacks: Stacks,
  { expected, sandboxes, nameOf = (key) => key }: Assumptions,
  add: (line: Placed, landscape: Landscape) => void,
): Billed {
  const landscape = readLandscape(stacks, sandboxes);
  const { accounts, homeRegion } = landscape;
  const members = [...accounts.values()].filter(({ isExternal }) => !isExternal);
  const regions = new Map<string, Set<string>>();
  const resources = new Map<string, number>();
  const uncounted = new Set<string>();
  const about = {
    landscape,
    members,
    regionsOf: (account: string) => [...(regions.get(account) ?? [])],
    isJudged: judgedBy(stacks, landscape),
    watchesBuckets: Object.keys(stacks.read('security').resource?.aws_macie2_account ?? {}).length > 0,
  };
  for (const stack of inOrder(stacks.names)) {
    const json = stacks.read(stack);
    const owner = landscape.ownerOf(stack);
    for (const [type, named] of Object.entries(json.resource ?? {})) {
      const billing = ownValue(billings, type);
      resources.set(type, (resources.get(type) ?? 0) + Object.keys(named).length);
      if (ownValue(byUse, type)) uncounted.add(type);
      else if (!billing && !ownValue(free, type)) throw new Error(`cost knows no price of ${type}, which ${stack} has`);
      for (const resource of Object.values<Resource>(named)) {
        const { account, region } = landscape.placeOf(resource, json);
        if (stack === stackNames.account({ key: account }))
          regions.set(account, (regions.get(account) ?? new Set()).add(region));
        if (!billing) continue;
        const usage: Standing['usage'] = (name, of = account, at = homeRegion) =>
          expected.of(name, accounts.get(of) ?? { key: of, class: 'workload' }, at !== homeRegion);
        for (const line of billing({ ...about, stack, owner, account, region, resource, usage }))
          add({ account, region, setting: settingOf(stack, type, nameOf), ...line }, landscape);
      }
    }
  }
  return { landscape, resources, uncounted: [...uncounted].sort() };
}

/** Stacks of accounts come first: what is billed for the organization asks where its accounts are. */
const inOrder = (names: readonly string[]): readonly string[] => [
  ...names.filter((name) => name.startsWith('account-')),
  ...names.filter((name) => !name.startsWith('account-')),
];

function judgedBy({ names, read }: Stacks, landscape: Landscape): Standing['isJudged'] {
  const json = names.includes('compliance') ? read('compliance') : {};
  const packs = Object.values<Resource>(json.resource?.aws_config_organization_conformance_pack ?? {});
  const judged = new Set(
    packs.flatMap((pack) => {
      const { region } = landscape.placeOf(pack, json);
      const excluded = excludedFrom(pack, landscape);
      return [...landscape.accounts.keys()].filter((key) => !excluded.has(key)).map((key) => `${key} ${region}`);
    }),
  );
  return (account, region) => judged.has(`${account} ${region}`);
}
