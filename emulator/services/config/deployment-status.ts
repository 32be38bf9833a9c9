import type { Deployment, Outcome } from './deployments';

/** The state of the whole: failed where it failed in one account, with that account's error. */
export function overallStatus({ verb, outcomes, updated }: Deployment) {
  const [failed] = [...outcomes].filter(([, { state }]) => state === 'FAILED');
  const state = failed ? 'FAILED' : 'SUCCESSFUL';
  return { Status: `${verb}_${state}` as const, LastUpdateTime: updated, ...(failed && namingAccount(failed)) };
}

/** The state in each account, under the names that packs and rules share. */
export const statusByAccount = ({ verb, outcomes, updated }: Deployment) =>
  [...outcomes].map(([account, outcome]) => ({
    AccountId: account,
    Status: `${verb}_${outcome.state}` as const,
    LastUpdateTime: updated,
    ...errorOf(outcome),
  }));

function namingAccount([account, outcome]: [string, Outcome]) {
  const { ErrorCode, ErrorMessage } = errorOf(outcome);
  return { ErrorCode, ErrorMessage: `Account ${account}: ${ErrorMessage}` };
}

const errorOf = ({ failure }: Outcome): { readonly ErrorCode?: string; readonly ErrorMessage?: string } =>
  failure === undefined ? {} : { ErrorCode: failure.code.replace(/Exception$/, ''), ErrorMessage: failure.message };
