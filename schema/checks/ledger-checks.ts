import { exampleAccountId } from '../facts/example-account';
import { ownValue } from '../facts/own-value';
import { ledgerFile } from '../forms/ledger';
import { keyOfAccount, tryEntryOf } from '../forms/ledger-keys';
import type { Problem } from '../problems/problem';
import { formerlyProblems } from './formerly';
import { rulesOf } from './rule';
import type { AccountInFile, ZoneSubject } from './subject';

/** Rules between accounts of today and those that the ledger knows: none vanishes, and none takes over what belongs to another. */
export const ledgerChecks: readonly ((subject: ZoneSubject) => readonly Problem[])[] = [
  vanishedProblems,
  renameProblems,
  keyProblems,
  roleProblems,
  membershipProblems,
];

function vanishedProblems({ accounts, complete, ledger }: ZoneSubject): readonly Problem[] {
  if (!complete) return [];
  const isSample = ledger.fixed.managementAccount === exampleAccountId;
  const accountedFor = new Set(accounts.flatMap(({ name, formerly }) => [name, formerly]));
  return Object.entries(ledger.accounts).flatMap(([name, { state }]) =>
    rulesOf(`accounts/${name}.ts`).rule(state !== 'active' || accountedFor.has(name), {
      field: 'the file',
      value: undefined,
      rule: `the account exists by ${ledgerFile}, and an account leaves by being closed, not by losing its file`,
      fix: `restore the file; to let the account go, write state: 'closing' in it and run 'npx landing-zone lock' first; if it was renamed, write formerly: '${name}' in the new file${isSample ? `; ${ofTheSample}` : ''}`,
    }),
  );
}

const ofTheSample =
  'if it is an account of the sample only, write the id of your own management account in its file: the ledger of the sample does not count then';

function renameProblems({ accounts, ledger }: ZoneSubject): readonly Problem[] {
  const names = accounts.map(({ name }) => name);
  const formers = accounts.flatMap(({ formerly }) => formerly ?? []);
  const known = Object.keys(ledger.accounts).filter((each) => ledger.accounts[each]?.state !== 'closed');
  return accounts.flatMap(({ file, name, formerly }) =>
    formerlyProblems(rulesOf(file), { field: 'formerly', thing: 'account', name, formerly, names, formers, known }),
  );
}

/** Nobody joins or leaves the organization by another word in a file: what stands for the membership would be destroyed or made twice. */
function membershipProblems({ accounts, ledger }: ZoneSubject): readonly Problem[] {
  return accounts.flatMap((account) => {
    const { file, origin } = account;
    const state = tryEntryOf(ledger, account)?.state;
    const wasOutside = state === 'external';
    return rulesOf(file).rule(state === undefined || wasOutside === (origin === 'external'), {
      field: 'origin',
      value: origin,
      rule: `the account is ${wasOutside ? 'outside' : 'a member of'} the organization by ${ledgerFile}, and the memberships of its services are made for that`,
      fix: wasOutside
        ? "destroy its stack, delete its file and run 'npx landing-zone lock'; invite the account, and write it again as 'adopted' once it is a member"
        : "go back to what it was; an account leaves by state: 'closing'",
    });
  });
}

/** A key belongs to one account for good, a closed one among them: its states and logs are under it. */
function keyProblems({ accounts, ledger }: ZoneSubject): readonly Problem[] {
  const holders = new Map<string, string[]>();
  for (const [name, { key }] of Object.entries(ledger.accounts)) {
    const others = holders.get(key);
    if (others) others.push(name);
    else holders.set(key, [name]);
  }
  return accounts.flatMap((account) => {
    const { file, name } = account;
    const key = keyOfAccount(ledger, account);
    const holder = holders.get(key)?.find((each) => each !== name) ?? name;
    const isOwn = holder === name || holder === account.formerly;
    const closed = ownValue(ledger.accounts, name)?.state === 'closed';
    return rulesOf(file).rule(isOwn && !closed, {
      field: 'name',
      value: name,
      rule: closed
        ? `is the name of a closed account by ${ledgerFile}, whose states and logs are under it`
        : `states and addresses under this name belong to the account ${holder}, which was renamed`,
      fix: closed
        ? `choose another name; if AWS has opened the account again, write "state": "closing" for it in ${ledgerFile}`
        : 'choose another name',
    });
  });
}

/** Nothing of the security services or of the log archive can follow the role to another account: buckets, keys, delegations. */
function roleProblems({ accounts, ledger, complete }: ZoneSubject): readonly Problem[] {
  if (!complete) return [];
  const holderOf = (role: AccountInFile['role']) => accounts.find((account) => account.role === role);
  const security = holderOf('security');
  const moved = (role: 'security' | 'log-archive', holder: AccountInFile | undefined) => {
    const before = accounts.find((account) => keyOfAccount(ledger, account) === ledger.fixed[role]);
    return holder && before && holder !== before ? { role, holder, before } : undefined;
  };
  // What the one core account holds moves with it, and is said once.
  const found = moved('security', security) ?? moved('log-archive', holderOf('log-archive') ?? security);
  if (!found) return [];
  const { role, holder, before } = found;
  const shared = role === 'log-archive' && before.role === 'security';
  return rulesOf(holder.role === role ? holder.file : before.file).rule(false, {
    field: 'role',
    value: holder.role === role ? role : before.role,
    rule: `by ${ledgerFile} the account ${before.name} holds ${held[role]}, and nothing of that can move to another account`,
    fix: shared
      ? `remove it: the security account keeps the logs. ${newArchive}`
      : `write role: '${role}' in ${before.file}${role === 'log-archive' ? `. ${newArchive}` : ''}`,
  });
}

const held = { security: 'the security services', 'log-archive': 'the log archive' };
const newArchive = 'How a new log archive begins is in docs/log-archive.md';
