import type { LedgerDifference } from '../../stacks/ledger/difference';

/** What is new in the ledger or different, a line each. */
export const linesOf = ({ newAccounts, newProtected, others, assignments }: LedgerDifference): readonly string[] => [
  ...newAccounts.map((name) => `  the account ${name} is new`),
  ...newProtected.map((address) => `  ${address} is protected`),
  ...[...others, ...assignments].map((change) => `  ${change}`),
];

/** The same in one sentence. */
export function describeDifference({ newAccounts, newProtected, others, assignments }: LedgerDifference): string {
  const missing = [
    ...(newAccounts.length > 0 ? [count(newAccounts.length, 'new account')] : []),
    ...(newProtected.length > 0 ? [count(newProtected.length, 'protected resource')] : []),
  ];
  const are = newAccounts.length + newProtected.length === 1 ? 'is' : 'are';
  const said =
    missing.length > 0
      ? `${missing.join(' and ')} ${are} not in the ledger yet`
      : `${count(others.length + assignments.length, 'entry', 'entries')} of the ledger changed`;
  return `${said}: run npx landing-zone lock`;
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
