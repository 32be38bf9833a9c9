import { lineageRecords, recordAddress } from '../../schema/forms/ai/lineage';
import type { LandingZone } from '../../schema/landing-zone';

/**
 * The sources of datasets and projects by where the ledger keeps them: of what is written, and of what left and is in AWS.
 *
 * @param isThere whether a stack has something at an address, or AWS has it without Terraform
 */
export function sourcesOnRecord(
  { accounts, ledger }: Pick<LandingZone, 'accounts' | 'ledger'>,
  isThere: (stack: string, address: string) => boolean,
): Readonly<Record<string, string>> {
  const written = accounts.flatMap((account) =>
    account.ai?.lineage
      ? lineageRecords(account.ai.lineage).map(({ id, source }) => [recordAddress(account, id), source] as const)
      : [],
  );
  return Object.fromEntries(
    [...Object.entries(ledger.fixed), ...written].filter(([where]) => {
      const [stack = '', address] = where.split('/');
      return address !== undefined && isThere(stack, address);
    }),
  );
}
