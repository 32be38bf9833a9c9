import { reasonOf } from '../../live/answer';
import { reportedIn } from '../../live/compliance';
import type { Finding } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import type { ConformancePack } from '../../policy/conformance/conformance-pack';
import type { Named } from './names';
import type { Resolver } from './resolver';
import { type Stacks, writtenResources } from './written-stacks';

/** What the rules of the packs report, a finding for each rule: the aggregator knows it of all accounts. None where there is no aggregator. */
export async function complianceOf(
  packs: readonly ConformancePack[],
  stacks: Stacks,
  resolver: Resolver,
  aws: LiveAws,
  names: Named,
): Promise<readonly Finding[]> {
  const aggregator = writtenResources(stacks).find(({ type }) => type === 'aws_config_configuration_aggregator');
  if (!aggregator) return [];
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.name, rule] as const)));
  const bases = [...rules.values()].map(({ name, controls, description }) => ({
    id: `compliance/rule.${name}`,
    controls,
    promise: description,
    ...names.byResource(aggregator),
    resource: name,
    expected: 'no resource is reported',
    deviations: [],
    raw: [],
    time: new Date().toISOString(),
  }));
  try {
    const { account, region, wanted } = await resolver.look(aggregator);
    const at = aws.at(account, region);
    const reported = await reportedIn(at, String(wanted.name));
    return bases.map((base) => {
      const deviations = reported
        .filter(({ rule }) => rule === base.resource)
        .map((each) => ({
          path: `${each.accountId} ${each.region}`,
          found: `${each.resources} resources are reported`,
        }));
      const judged = { ...base, raw: at.replies, deviations, found: deviations };
      return deviations.length === 0
        ? { ...judged, status: 'holds' as const }
        : {
            ...judged,
            status: 'differs' as const,
            mend: `mend the resources that AWS Config reports under ${base.resource}`,
          };
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
