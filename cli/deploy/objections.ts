import { isLoss, type PlannedChange } from '../../deployment/plan-judgement';
import { judge } from '../../rehearsal/changes/judgement';
import { ownValue } from '../../schema/facts/own-value';
import type { LandingZone } from '../../schema/landing-zone';

/**
 * Why a plan must not be applied: it destroys or replaces what is protected, or of a kind that is. Each with what to do instead. What
 * the ledger says is closed may go, and of a protected kind what a person names; of what is protected itself, nothing.
 *
 * @param lose `<stack>/<address>`, as a person wrote them
 */
export function objectionsBy(
  { protection, ledger }: Pick<LandingZone, 'protection' | 'ledger'>,
  lose: readonly string[] = [],
): (stack: string, changes: readonly PlannedChange[]) => readonly string[] {
  if (protection === 'off') return () => [];
  const closed = new Set(
    Object.values(ledger.accounts).flatMap(({ key, state }) =>
      state === 'closed' ? [`aws_organizations_account.account-${key}`] : [],
    ),
  );
  const mayGo = (stack: string, { address }: PlannedChange): boolean =>
    closed.has(address) ||
    (lose.includes(`${stack}/${address}`) && ownValue(ledger.protected[stack] ?? {}, address) === undefined);
  return (stack, changes) =>
    changes
      .filter((change) => isLoss(change) && !mayGo(stack, change))
      .flatMap((change) =>
        judge(stack, [change], { ledger, batch: [], made: new Set() }).forbidden.map(
          (objection) => `${objection}\n  todo: ${procedureFor(stack, change)}`,
        ),
      );
}

function procedureFor(stack: string, { type, action, address, because }: PlannedChange): string {
  if (action === 'replace' && because)
    return `take back what changes ${because.join(', ')}: it cannot be changed in place (docs/changing-settings.md)`;
  const procedure = procedures[type];
  return (
    procedure ??
    `run npx landing-zone lock, by which it stays in AWS (docs/ledger.md); where it is not protected itself and shall go, --lose ${stack}/${address}`
  );
}

const procedures: Readonly<Record<string, string>> = {
  aws_organizations_account:
    "write state: 'closing' in its file and deploy, then delete the file (docs/ledger.md, Leave)",
  aws_organizations_organizational_unit: 'write formerly, if it has another name (docs/ledger.md, Rename)',
  aws_organizations_organization: 'an organization is deleted by hand only, with protection off (docs/ledger.md)',
};
