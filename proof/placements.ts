import { type PolicyType, policyTypes } from '../policy/guardrails/organization-policy';
import type { AttachedStatement, NewerOrganization, OlderOrganization } from './older-organization';

/** Older statements that bound the same places, and the nodes whose policies bind these today. */
interface Comparison {
  readonly type: PolicyType;
  readonly places: readonly string[];
  readonly statements: readonly AttachedStatement[];
  /** Addresses. @default - there is no such node any more */
  readonly chain?: readonly string[] | undefined;
}

interface Placement extends Pick<Comparison, 'chain'> {
  readonly address: string;
  /** The nodes whose older statements bound it. */
  readonly formerly: readonly string[];
}

/** What has to be compared, the shortest chains first. Accounts that are gone bind nobody, and OUs that all accounts have left. */
export function comparisonsOf(
  { statements, accounts }: OlderOrganization,
  { statements: today, chains }: NewerOrganization,
): readonly Comparison[] {
  const attached = [...new Set(statements.map(({ node }) => node))];
  // What has no policies makes no difference to whom it binds.
  const having = new Set(today.map(({ node }) => node));
  const isEmptied = (address: string) => [...accounts.values()].some((chain) => chain.includes(address));
  const placements: readonly Placement[] = [
    ...attached
      .filter((address) => !accounts.has(address))
      .map((address) => ({ address, formerly: [address], chain: chains.get(address) }))
      .filter(({ address, chain }) => chain !== undefined || !isEmptied(address)),
    ...[...accounts]
      .map(([address, formerly]) => ({ address, formerly, chain: chains.get(address) }))
      .filter(({ chain }) => chain !== undefined),
  ].map(({ address, formerly, chain }) => ({
    address,
    formerly: formerly.filter((node) => attached.includes(node)),
    chain: chain?.filter((node) => having.has(node)),
  }));
  const groups = new Map<string, Placement[]>();
  for (const each of placements) {
    const key = JSON.stringify([each.formerly, each.chain ?? each.address]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .flatMap((group) => policyTypes.map((type) => comparisonOf(type, group, statements)))
    .filter((each) => each.statements.length > 0)
    .sort((a, b) => (a.chain?.length ?? 0) - (b.chain?.length ?? 0));
}

function comparisonOf(
  type: PolicyType,
  group: readonly Placement[],
  statements: readonly AttachedStatement[],
): Comparison {
  const [first] = group;
  return {
    type,
    places: group.map(({ address }) => address),
    statements: statements.filter((each) => each.type === type && first?.formerly.includes(each.node)),
    chain: first?.chain,
  };
}
