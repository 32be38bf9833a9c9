import { useRegion } from '../../schema/checks/region-checks';
import { accountIdPattern } from '../../schema/facts/patterns';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import type { SharedOptions } from './options';
import type { Read } from './read';

/** The account and region whose lineage is read or written: SageMaker keeps one graph for each. */
export interface LineageScope {
  readonly account: Account & { readonly ai: NonNullable<Account['ai']> };
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
}

/** A scope as it was read, with its account where the options name one that has models. */
export interface ScopeRead extends Read<LineageScope | undefined> {
  readonly account: LineageScope['account'] | undefined;
}

/** The scope that the options name, and everything that is wrong with them. */
export function readScope(zone: LandingZone, options: SharedOptions): ScopeRead {
  const { account: name, region = zone.homeRegion } = options;
  const withModels = zone.activeAccounts.flatMap(({ ai, ...account }) => (ai ? [{ ...account, ai }] : []));
  const account = withModels.find((each) => each.name === name);
  const accountId = options['account-id'] ?? account?.id;
  const problems = [
    ...(account ? accountIdProblems(account, options['account-id']) : [unknownAccount(name, withModels)]),
    ...(zone.regions.includes(region) ? [] : [unknownRegion(region, zone.regions)]),
  ];
  return { account, value: account && accountId ? { account, accountId, region } : undefined, problems };
}

const unknownAccount = (name: string | undefined, withModels: readonly { readonly name: string }[]): Problem =>
  optionProblem(
    'account',
    name,
    "must be an account with 'ai' in its file",
    useOneOf(
      name,
      withModels.map((each) => each.name),
    ),
  );

const unknownRegion = (region: string, known: readonly string[]): Problem =>
  optionProblem('region', region, 'must be a governed region of the landing zone', useRegion(region, known));

/** No file has the id of a vended account: AWS gave it. */
function accountIdProblems({ id, file }: Pick<Account, 'id' | 'file'>, written: string | undefined): Problem[] {
  const problem = (rule: string, fix: string) => [optionProblem('account-id', written, rule, fix)];
  const shown = "write the twelve digits that 'terraform output account_ids' shows in cdktf.out/stacks/management";
  if (written === undefined) return id ? [] : problem('no file has the id of a vended account', shown);
  if (!accountIdPattern.regex.test(written)) return problem('must be twelve digits', shown);
  return id && id !== written ? problem(`contradicts ${file}, which says ${id}`, 'remove the option') : [];
}
