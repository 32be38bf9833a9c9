import type { CompiledControls } from '../../policy/compile';
import type { Remediation } from '../../schema/forms/control';
import type { Account } from '../../schema/landing-zone';

/** A remediation that a rule starts in the account. */
export interface AccountRemediation {
  /** Id of the control whose rule it belongs to. */
  readonly control: string;
  /** Name of its role, and of its document where that is ours. */
  readonly name: string;
  readonly remediation: Remediation;
  readonly regions: readonly string[];
}

/** What the rules of conformance packs need in an account that they land in: a pack carries neither role nor function. */
export interface PackNeeds {
  readonly remediations: readonly AccountRemediation[];
  /** Where a custom rule runs. */
  readonly customRuleRegions: readonly string[];
}

/** The needs of one account. */
export const packNeedsOf = (
  { remediations, customRules }: Pick<CompiledControls, 'remediations' | 'customRules'>,
  { name }: Account,
): PackNeeds => ({
  remediations: remediations.flatMap(({ regions: byAccount, ...remediation }) => {
    const regions = byAccount.get(name);
    return regions ? [{ ...remediation, regions }] : [];
  }),
  customRuleRegions: customRules.get(name) ?? [],
});
