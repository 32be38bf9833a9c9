import type { Problem, SourceFile } from '../../schema/problems/problem';
import { problemsThrownBy } from './problems';
import { sampleAccounts, settingsFile, type ZoneChange, zoneOf } from './zone';

/** A change that breaks the sample in one place, and the one problem that has to come of it. */
export interface BadInput {
  /** Completes the sentence "refuses …". */
  readonly title: string;
  /** Fields of the settings that replace those of the sample; not typed, because they are wrong. */
  readonly settings?: object;
  readonly accounts?: readonly object[];
  /** @default - none: what is wrong with a place of theirs would be said too */
  readonly controls?: readonly SourceFile[];
  /** @default - none */
  readonly modelCards?: readonly object[];
  /** @default - the file of the settings */
  readonly file?: string;
  readonly field: string;
  /** What the problem shows as written. */
  readonly value: unknown;
  /** Part of the rule. */
  readonly rule: string;
  /** Part of the fix. */
  readonly fix: string;
}

/** Declares a test for each row: the problem names file, field, value, rule and fix, and there is no other. */
export function refuses(rows: readonly BadInput[]): void {
  it.each(rows)(
    'refuses $title',
    ({ settings, accounts, controls, modelCards, file = settingsFile, field, value, rule, fix }) => {
      expect(problemsOf({ settings, accounts, controls, modelCards })).toEqual([
        { file, field, value, rule: expect.stringContaining(rule), fix: expect.stringContaining(fix) },
      ]);
    },
  );
}

/** The problems of the changed sample; none where it resolves. */
export function problemsOf({
  settings,
  accounts,
  controls = [],
  modelCards = [],
}: Pick<BadInput, 'settings' | 'accounts' | 'controls' | 'modelCards'>): readonly Problem[] {
  return problemsThrownBy(() => zoneOf({ settings, accounts, controls, modelCards } as ZoneChange));
}

/** The accounts of the sample, one of them with other fields. */
export const withAccount = (name: string, change: object): object[] =>
  sampleAccounts().map((account) => (account.name === name ? { ...account, ...change } : account));
