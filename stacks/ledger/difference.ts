import { ownValue } from '../../schema/facts/own-value';
import { keepAskable } from '../../schema/forms/audit';
import type { Ledger } from '../../schema/forms/ledger';
import { assignmentChanges } from './assignment-changes';

/** How a ledger differs from what it has to be, each change as a person reads it. */
export interface LedgerDifference {
  readonly newAccounts: readonly string[];
  /** Addresses with their stacks: `ai-models aws_kms_key.data-key`. */
  readonly newProtected: readonly string[];
  /** What is there and says something else: a state, a key, companions, OUs; and what leaves the ledger. */
  readonly others: readonly string[];
  /** Of each policy and pack that is split, what goes into which document. */
  readonly assignments: readonly string[];
}

export function differenceOf(before: Ledger, after: Ledger): LedgerDifference {
  const accounts = changesOf(before.accounts, after.accounts);
  const known = changesOf(byAddress(before.protected), byAddress(after.protected));
  const [keptBefore, keptAfter] = [byAddress(before.kept), byAddress(after.kept)];
  const kept = changesOf(keptBefore, keptAfter);
  const isBack = (address: string) => ownValue(keptBefore, address) !== undefined;
  const units = changesOf(before.organizationalUnits, after.organizationalUnits);
  const fixed = changesOf(before.fixed, after.fixed);
  const hubs = hubsIn(after);
  return {
    newAccounts: accounts.added,
    newProtected: known.added.filter((address) => !isBack(address)),
    others: [
      ...accounts.changed.map((name) => accountChange(name, before.accounts[name], after.accounts[name])),
      ...accounts.left.map((name) => `the account ${name} goes by this name no more`),
      ...units.added.map((path) => `the OU ${path} is new`),
      ...units.changed.map((path) => `the OU ${path} has another key`),
      ...units.left.map((path) => `there is no OU ${path}`),
      ...known.changed.map((address) => `${address} has other companions`),
      ...known.left
        .filter((address) => ownValue(keptAfter, address) === undefined)
        .map((address) => `${address} is not protected`),
      ...known.added.filter(isBack).map((address) => `${address} is in the landing zone again`),
      ...kept.added.map((address) => `${address} is kept in AWS, out of Terraform`),
      ...kept.changed.map((address) => `${address} is kept with other companions`),
      ...kept.left.map((address) => `${address} is not kept any more`),
      ...(hubs === hubsIn(before) ? [] : [`Security Hub: ${hubs || 'nothing is known of it'}`]),
      ...[...fixed.added, ...fixed.changed].map((name) => `${name} is '${after.fixed[name]}' for good`),
    ],
    assignments: assignmentChanges(before.assignments, after.assignments),
  };
}

type Entry = Ledger['accounts'][string];

/** Terraform would replace an account for another address, so it is told to leave it, and a person changes it in AWS. */
function accountChange(name: string, before?: Entry, after?: Entry): string {
  if (before?.state !== 'closed' && after?.state === 'closed')
    return `the account ${name} is closed: ${keepAskable(name)}`;
  if (before?.state !== after?.state || before?.key !== after?.key) return `the account ${name} is ${after?.state}`;
  if (before?.email === undefined) return `the e-mail address of the account ${name} is written down`;
  return `the account ${name} has another e-mail address, ${after?.email}: no deployment changes it in AWS. In the management account run 'aws account start-primary-email-update', then 'accept-primary-email-update' with the code that the new address receives`;
}

/** Whether there is no difference at all. */
export const isCurrent = ({ newAccounts, newProtected, others, assignments }: LedgerDifference): boolean =>
  newAccounts.length + newProtected.length + others.length + assignments.length === 0;

/** Security Hub as a person reads it: `enabled true, eu-central-1 here, eu-west-1 left`. */
function hubsIn({ securityHub }: Ledger): string {
  if (!securityHub) return '';
  const regions = Object.entries(securityHub.regions).map(([region, where]) => `${region} ${where}`);
  return [`enabled ${securityHub.enabled}`, ...regions].join(', ');
}

const byAddress = (stacks: Ledger['protected']): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(stacks).flatMap(([stack, known]) =>
      Object.entries(known).map(([address, companions]) => [`${stack} ${address}`, companions]),
    ),
  );

function changesOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const isIn = (record: Readonly<Record<string, unknown>>, key: string) => ownValue(record, key) !== undefined;
  const now = Object.keys(after);
  return {
    added: now.filter((key) => !isIn(before, key)),
    changed: now.filter((key) => isIn(before, key) && JSON.stringify(before[key]) !== JSON.stringify(after[key])),
    left: Object.keys(before).filter((key) => !isIn(after, key)),
  };
}
