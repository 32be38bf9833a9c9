import { reasonOf } from '../../live/answer';
import { rulesOfPacks } from '../../live/deployed-rules';
import type { Deviation, Finding } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import type { ConformancePack } from '../../policy/conformance/conformance-pack';
import type { Account } from '../../schema/landing-zone';
import { deviationsOf } from './compare';
import { rulesWrittenIn } from './written-rules';

export interface DeployedRulesOptions {
  readonly packs: readonly ConformancePack[];
  readonly aws: LiveAws;
  /** Twelve digits; undefined where AWS did not give them. */
  readonly idOf: (account: Account) => string | undefined;
  /** Whether an account is asked about, by its name. */
  readonly isAsked: (name: string) => boolean;
}

/**
 * Whether the rules of each pack stand in each of its accounts as the template makes them: AWS returns no template of a pack, and its
 * status says that it was deployed once. A finding for each pack, account and region.
 */
export const deployedRules = ({ packs, aws, idOf, isAsked }: DeployedRulesOptions): Promise<readonly Finding[]> =>
  Promise.all(
    packs.flatMap((pack) =>
      pack.accounts
        .filter(({ name }) => isAsked(name))
        .map((account) => ofPack(pack, account.name, idOf(account), aws)),
    ),
  );

async function ofPack(
  pack: ConformancePack,
  account: string,
  accountId: string | undefined,
  aws: LiveAws,
): Promise<Finding> {
  const { name, region, rules } = pack;
  const base = {
    id: `compliance/pack.${name}.${account}.${region}`,
    controls: [...new Set(rules.flatMap(({ controls }) => controls))].sort(),
    promise: 'The rules of the pack stand in the account as they are written',
    ...{ account, accountId, region, resource: name, deviations: [], raw: [] },
    expected: undefined,
    time: new Date().toISOString(),
  };
  const letKnow = 'let verify enter the account, with config:DescribeConfigRules: verify --permissions';
  if (accountId === undefined)
    return { ...base, status: 'unknown', reason: `the id of ${account} is not known`, mend: letKnow };
  try {
    const at = aws.at(accountId, region);
    const expected = rulesWrittenIn(pack, accountId);
    const all = await rulesOfPacks(at);
    const found = Object.fromEntries(Object.keys(expected).map((rule) => [rule, all[rule]]));
    const deviations = Object.entries(expected).flatMap(([rule, written]): readonly Deviation[] => {
      const there = found[rule];
      if (there === undefined) return [{ path: rule, expected: 'is there' }];
      return deviationsOf(written, there).map((each) => ({ ...each, path: `${rule}.${each.path}` }));
    });
    const judged = { ...base, expected, found, deviations, raw: at.replies };
    return deviations.length === 0
      ? { ...judged, status: 'holds' }
      : {
          ...judged,
          status: 'differs',
          mend: 'deploy the stack compliance; a rule of a pack is changed by its pack alone',
        };
  } catch (error) {
    return { ...base, status: 'unknown', reason: reasonOf(error), mend: letKnow };
  }
}
