import type { AccountSpec } from '../../schema/forms/account';
import type { SettingsSpec } from '../../schema/forms/settings';
import { type Stacks, synth } from './synth';
import { sampleAccounts, zoneOf } from './zone';

type BedrockSpec = NonNullable<NonNullable<AccountSpec['ai']>['bedrock']>;

/** The accounts of the sample, where `models` uses Bedrock as it is said; not typed, because it may be wrong. */
export const accountsWithBedrock = (bedrock: object, change: object = {}): AccountSpec[] =>
  sampleAccounts().map((account) => {
    if (account.name !== 'models') return account;
    const ai = { dataClassification: 'confidential', registry: account.ai?.registry } as const;
    return { ...account, ...change, ai: { ...ai, bedrock: bedrock as BedrockSpec } };
  });

/** Stacks of a landing zone with no other workload account than `models`, in one region unless told otherwise. */
export const stacksWithBedrock = (bedrock: object, settings: Partial<SettingsSpec> = {}): Stacks =>
  synth(
    zoneOf({
      controls: [],
      settings: { regions: ['eu-central-1'], ...settings },
      accounts: accountsWithBedrock(bedrock).filter(({ name, role }) => role !== undefined || name === 'models'),
    }),
  );
