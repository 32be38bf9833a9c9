import { logKinds, names } from '../../schema/facts/names';
import { ownValue } from '../../schema/facts/own-value';
import type { LandingZone } from '../../schema/landing-zone';
import { protectedOf, type Resources } from '../../stacks/ledger/protected';
import { namesOf } from '../verify/names';
import { findWritten, type Stack, writtenStacks } from '../verify/written-stacks';

/** Something that a teardown leaves in AWS and takes out of the state, with what it needs. */
export interface Kept {
  readonly stack: string;
  readonly address: string;
  /** Why, as the end of "it is kept, because it". */
  readonly because: string;
  readonly companions: readonly string[];
}

/** What stays, and what is protected while protection is on. */
export interface Keepings {
  readonly kept: readonly Kept[];
  readonly isProtected: (stack: string, address: string) => boolean;
}

/** The stack of the organization and its accounts, which all others need. */
export const root = 'management';

const organization = 'aws_organizations_organization.organization';

/**
 * What a teardown keeps: the logs, the accounts that they are in with the OUs above them, and what was adopted. Logs are the protected
 * buckets that are called as logs are (`schema/facts/names.ts`), with the keys that they need; what is adopted is protected without
 * protection, too.
 *
 * @param withLogs the logs go too, but for what is locked for good
 * @param hasOthers whether the organization has accounts that no file declares
 */
export async function keepingsOf(zone: LandingZone, withLogs: boolean, hasOthers = false): Promise<Keepings> {
  const stacks = writtenStacks({ ...zone, protection: 'on' });
  const open = writtenStacks({ ...zone, protection: 'off' });
  const adopted = [...open].flatMap(([stack, { resource = {} }]) =>
    Object.keys(protectedOf(resource as Resources)).map(
      (address): Kept => ({ stack, address, because: 'was there before the landing zone', companions: [] }),
    ),
  );
  const logs = [...stacks].flatMap(([stack, written]) => logsIn(zone, stack, written, withLogs));
  const places = await namesOf(zone, stacks, new Map());
  const holders = new Set(
    logs.map(({ stack, address }) => {
      const [type = '', name = ''] = address.split('.');
      return places.byResource(findWritten(stacks, stack, type, name)).account;
    }),
  );
  // What is locked goes with its account, ninety days after that is closed.
  const accounts = withLogs ? [] : accountsOf(zone, [...holders], stacks.get(root));
  const all = [...adopted, ...accounts, ...logs];
  const members = hasOthers || all.some(({ address }) => address.startsWith('aws_organizations_account.'));
  const around: Kept = { stack: root, address: organization, because: 'has accounts that stay', companions: [] };
  return {
    kept: distinct(members ? [...all, around] : all),
    isProtected: (stack, address) =>
      ownValue(protectedOf((stacks.get(stack)?.resource ?? {}) as Resources), address) !== undefined,
  };
}

/** The addresses that a stack lets go. */
export const keptIn = (kept: readonly Kept[], stack: string): readonly string[] => [
  ...new Set(
    kept.filter((each) => each.stack === stack).flatMap(({ address, companions }) => [address, ...companions]),
  ),
];

function logsIn(zone: LandingZone, stack: string, { resource = {} }: Stack, lockedOnly: boolean): readonly Kept[] {
  const known = protectedOf(resource as Resources);
  const textOf = (address: string): string => {
    const [type = '', name = ''] = address.split('.');
    return JSON.stringify(resource[type]?.[name] ?? {});
  };
  const partsOf = (address: string): readonly string[] => [address, ...(known[address] ?? [])];
  const isLocked = (bucket: string): boolean =>
    partsOf(bucket).some(
      (part) => part.startsWith('aws_s3_bucket_object_lock') && textOf(part).includes('"COMPLIANCE"'),
    );
  const prefixes = [...logKinds, 'access-log', 'audit'] as const;
  const isLog = (address: string): boolean =>
    prefixes.some((kind) => textOf(address).includes(`"bucket":"${names.logBucketPrefix(zone, kind)}`));
  const buckets = Object.keys(known).filter(
    (address) => address.startsWith('aws_s3_bucket.') && isLog(address) && (!lockedOnly || isLocked(address)),
  );
  const parts = buckets.flatMap(partsOf);
  const keys = Object.keys(known).filter(
    (address) => address.startsWith('aws_kms_key.') && parts.some((part) => textOf(part).includes(`\${${address}.`)),
  );
  const because = (address: string): string =>
    isLocked(address) ? 'holds logs that nobody can delete before their time' : 'holds logs';
  return [
    ...buckets.map((address) => ({ stack, address, because: because(address), companions: known[address] ?? [] })),
    ...keys.map((address) => ({ stack, address, because: 'encrypts logs', companions: known[address] ?? [] })),
  ];
}

/** The accounts of these names, each with the OUs that it is in. */
function accountsOf(zone: LandingZone, holders: readonly string[], management: Stack | undefined): readonly Kept[] {
  const { resource = {} } = management ?? {};
  const named = holders.flatMap((name) => zone.accounts.find((account) => account.name === name)?.key ?? []);
  return named.flatMap((key) => {
    const address = `aws_organizations_account.account-${key}`;
    const [type = '', name = ''] = address.split('.');
    // The management account and those outside are no resources.
    if (!resource[type]?.[name]) return [];
    const units = unitsAbove(resource, address);
    return [
      { stack: root, address, because: 'has logs that are kept', companions: [] },
      ...units.map((unit) => ({
        ...{ stack: root, address: unit, companions: [] },
        because: 'has an account that is kept',
      })),
    ];
  });
}

function unitsAbove(resource: NonNullable<Stack['resource']>, address: string): readonly string[] {
  const [type = '', name = ''] = address.split('.');
  const [, parent] = /^\$\{(aws_organizations_organizational_unit\.[\w-]+)\./.exec(
    String(resource[type]?.[name]?.parent_id),
  ) ?? [undefined, undefined];
  return parent === undefined ? [] : [parent, ...unitsAbove(resource, parent)];
}

const distinct = (all: readonly Kept[]): readonly Kept[] =>
  all.filter(
    (one, index) => all.findIndex(({ stack, address }) => stack === one.stack && address === one.address) === index,
  );
