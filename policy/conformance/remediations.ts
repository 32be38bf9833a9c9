import { names } from '../../schema/facts/names';
import type { Remediation } from '../../schema/forms/control';
import type { ConformancePack } from './conformance-pack';
import { regionsByAccount } from './regions-by-account';

/** A remediation, and where a rule starts it. */
export interface PlacedRemediation {
  /** Id of the control whose rule it belongs to. */
  readonly control: string;
  /** Name of its role, and of its document where that is ours: at most 61 characters. */
  readonly name: string;
  readonly remediation: Remediation;
  /** Regions by the account's name. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
}

/** The remediations of the packs' rules, which need roles and documents in the accounts: a pack cannot carry them. */
export function remediations(
  zone: { readonly name: string },
  packs: readonly ConformancePack[],
): readonly PlacedRemediation[] {
  const repaired = new Map(
    packs.flatMap(({ rules }) =>
      rules.flatMap(({ name, remediation }) => (remediation ? [[name, remediation] as const] : [])),
    ),
  );
  return [...repaired]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([control, remediation]) => ({
      control,
      name: names.remediation(zone, control),
      remediation,
      regions: regionsByAccount(packs, ({ name }) => name === control),
    }));
}

/** An SSM Automation document of ours as AWS takes it; undefined where the document is one of AWS. */
export function tryAutomationDocument({ document, resourceParameter, parameters }: Remediation): string | undefined {
  if (typeof document === 'string') return undefined;
  const text = { type: 'String' };
  return JSON.stringify({
    schemaVersion: '0.3',
    description: document.description,
    assumeRole: '{{ AutomationAssumeRole }}',
    parameters: {
      AutomationAssumeRole: { type: 'AWS::IAM::Role::Arn' },
      ...Object.fromEntries([resourceParameter, ...Object.keys(parameters)].map((name) => [name, text])),
    },
    mainSteps: document.mainSteps,
  });
}
