import { reasonOf } from '../../live/answer';
import { type Reported, reportedIn } from '../../live/compliance';
import type { Finding } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import type { ConformancePack, PackRule } from '../../policy/conformance/conformance-pack';
import type { Account } from '../../schema/landing-zone';
import type { Named } from './names';
import type { Resolver } from './resolver';
import { type Stacks, writtenResources } from './written-stacks';

export interface ComplianceOptions {
  readonly packs: readonly ConformancePack[];
  readonly stacks: Stacks;
  readonly resolver: Resolver;
  readonly aws: LiveAws;
  readonly names: Named;
  /** Twelve digits; undefined where AWS did not give them. */
  readonly idOf: (account: Account) => string | undefined;
  /** Whether an account is asked about, by its name: of others nothing is judged. */
  readonly isAsked: (name: string) => boolean;
}

/** A rule, and where it has to judge. */
interface Expected {
  readonly rule: PackRule;
  readonly places: readonly { readonly account: Account; readonly region: string }[];
}

/** What the rules of the packs report, a finding for each rule: the aggregator knows it of all accounts. None where there is no aggregator. */
export async function complianceOf(options: ComplianceOptions): Promise<readonly Finding[]> {
  const { stacks, resolver, aws, names, idOf, isAsked } = options;
  const aggregator = writtenResources(stacks).find(({ type }) => type === 'aws_config_configuration_aggregator');
  if (!aggregator) return [];
  const rules = expectedOf(options);
  const bases = rules.map(({ rule: { name, controls, description } }) => ({
    id: `compliance/rule.${name}`,
    controls,
    promise: description,
    ...names.byResource(aggregator),
    resource: name,
    expected: 'every account and region is judged, and no resource is reported',
    deviations: [],
    raw: [],
    time: new Date().toISOString(),
  }));
  try {
    const { account, region, wanted } = await resolver.look(aggregator);
    const at = aws.at(account, region);
    const rows = await reportedIn(at, String(wanted.name));
    const asked = new Set(rules.flatMap(({ places }) => places.map((each) => each.account)).map(idOf));
    const isEverybody = options.packs.every((pack) => pack.accounts.every(({ name }) => isAsked(name)));
    return rules.map((expected, index) => {
      const own = rows.filter(
        ({ rule, accountId }) => rule === expected.rule.name && (isEverybody || asked.has(accountId)),
      );
      const raw = at.replies.slice(0, 1).map(({ call }) => ({ call, output: own.map(({ row }) => row) }));
      return { ...(bases[index] as (typeof bases)[number]), raw, ...judge(expected, own, idOf) };
    });
  } catch (error) {
    const reason = reasonOf(error);
    return bases.map((base) => ({
      ...base,
      status: 'unknown' as const,
      reason,
      mend: 'let verify ask the aggregator',
    }));
  }
}

/** Each rule once, in every account and region that is asked about; none that has no such place. */
function expectedOf({ packs, isAsked }: ComplianceOptions): readonly Expected[] {
  const byName = new Map<string, Expected>();
  for (const { rules, accounts, region } of packs) {
    const here = accounts.filter(({ name }) => isAsked(name)).map((account) => ({ account, region }));
    for (const rule of here.length > 0 ? rules : [])
      byName.set(rule.name, { rule, places: [...(byName.get(rule.name)?.places ?? []), ...here] });
  }
  return [...byName.values()];
}

type Judged = Pick<Finding, 'status' | 'found' | 'deviations' | 'reason' | 'mend'>;

/** A rule that reports nothing holds only where it has judged: one that does not run reports nothing either. */
function judge({ rule, places }: Expected, rows: readonly Reported[], idOf: ComplianceOptions['idOf']): Judged {
  const deviations = rows
    .filter(({ isCompliant }) => isCompliant === false)
    .map(({ accountId, region, resources }) => ({
      path: `${accountId} ${region}`,
      found: `${resources} resources are reported`,
    }));
  const judged = new Set(
    rows.flatMap(({ accountId, region, isCompliant }) => (isCompliant === undefined ? [] : `${accountId} ${region}`)),
  );
  const silent = places
    .filter(({ account, region }) => !judged.has(`${idOf(account)} ${region}`))
    .map(({ account, region }) => ({ path: `${account.name} ${region}`, found: 'nothing is reported' }));
  const found = [...deviations, ...silent];
  const reason = `nothing is reported for ${silent.length} of ${places.length} accounts and regions: the rule is not there, did not run yet, or has nothing to judge`;
  if (deviations.length > 0)
    return {
      status: 'differs',
      found,
      deviations,
      ...(silent.length > 0 && { reason }),
      mend: `mend the resources that AWS Config reports under ${rule.name}`,
    };
  if (silent.length === 0) return { status: 'holds', found, deviations };
  return {
    status: 'unknown',
    found,
    deviations,
    reason,
    mend: 'wait a day after a deployment; then look in AWS Config of the account whether the rule is there and has resources',
  };
}
