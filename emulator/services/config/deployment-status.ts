import type { Json } from '../../toolkit/untyped';
import type { Deployment, Outcome } from './deployments';

/** The state of the whole: failed where it failed in one account, with that account's error. */
export function overallStatus({ verb, outcomes, updated }: Deployment): Json {
  const all = [...outcomes];
  const [failed] = all.filter(([, { state }]) => state === 'FAILED');
  const state = failed ? 'FAILED' : 'SUCCESSFUL';
  return { Status: `${verb}_${state}`, LastUpdateTime: updated, ...(failed && namingAccount(failed)) };
}

/** The state in each account, under the names that packs and rules share. */
export function statusByAccount({ verb, outcomes, updated }: Deployment): Json[] {
  return [...outcomes].map(([account, outcome]) => ({
    AccountId: account,
    Status: `${verb}_${outcome.state}`,
    LastUpdateTime: updated,
    ...errorOf(outcome),
  }));
}

function errorOf({ failure }: Outcome): Json {
  if (failure === undefined) return {};
  return { ErrorCode: failure.code.replace(/Exception$/, ''), ErrorMessage: failure.message };
}

function namingAccount([account, outcome]: [string, Outcome]): Json {
  const { ErrorCode, ErrorMessage } = errorOf(outcome);
  return { ErrorCode, ErrorMessage: `Account ${account}: ${ErrorMessage}` };
}
