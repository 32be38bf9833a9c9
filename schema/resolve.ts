import { assemble } from './assemble';
import { problemsOf } from './checks';
import { modelCardProblems } from './checks/ai/model-card-checks';
import { controlProblems } from './checks/control-checks';
import type { AccountInFile } from './checks/subject';
import { accountForm } from './forms/account';
import { modelCardForm } from './forms/model-card';
import type { LandingZone } from './landing-zone';
import { unlessBroken } from './problems/broken-fields';
import { InvalidLandingZone, type Problem, type SourceFile } from './problems/problem';
import { readAuditQueries } from './read-audit-queries';
import { readControls } from './read-controls';
import { readForms } from './read-forms';
import { readLedger } from './read-ledger';
import { readSettings } from './read-settings';

/** Every file of a landing zone, unchecked. */
export interface LandingZoneFiles {
  /** Undefined where it is missing or cannot be loaded: `problems` says so. */
  readonly settings: SourceFile | undefined;
  readonly accounts: readonly SourceFile[];
  /** @default - none */
  readonly controls?: readonly SourceFile[];
  /** Ids that no control may have again. @default - none */
  readonly retiredControls?: readonly string[];
  /** @default - none */
  readonly modelCards?: readonly SourceFile[];
  /** Each with its text. @default - none */
  readonly auditQueries?: readonly SourceFile[];
  /** What exists already. @default - nothing is known to */
  readonly ledger?: SourceFile | undefined;
  /** What is wrong with files that could not be loaded. @default - nothing */
  readonly problems?: readonly Problem[];
}

const cardStandIns = { status: 'Draft', content: {}, governance: { euAiActClass: 'minimal', intendedUse: '-' } };

/** The id of the management account, where its file can be read that far. */
const managementAccountOf = (accounts: readonly AccountInFile[]): string | undefined =>
  unlessBroken(() => accounts.find((account) => unlessBroken(() => account.role) === 'management')?.id);

/**
 * Checks the settings, every account, control, model card and audit query, and freezes the result.
 *
 * @throws InvalidLandingZone with every problem of every file
 */
export function resolveLandingZone(files: LandingZoneFiles): LandingZone {
  const settings = readSettings(files.settings);
  const accounts = readForms(accountForm, files.accounts, ({ name }) => ({
    owner: '-',
    email: `${name}@example.invalid`,
  }));
  const cards = readForms(modelCardForm, files.modelCards ?? [], () => cardStandIns);
  const queries = readAuditQueries(files.auditQueries ?? []);
  const controls = readControls(settings.data, accounts.things, files.controls ?? []);

  const { ledger, problems: ledgerProblems } = readLedger(files.ledger, managementAccountOf(accounts.things));

  const unloaded = files.problems ?? [];
  const complete = accounts.complete && !unloaded.some(({ file }) => file.startsWith('accounts/'));
  const zone = { settings: settings.data, accounts: accounts.things, complete, ledger };
  const catalog = {
    controls: controls.things,
    files: [...(files.controls ?? []), ...unloaded].map(({ file }) => file),
    retired: files.retiredControls ?? [],
  };
  const between = [
    ...problemsOf(zone),
    ...modelCardProblems(cards.things, accounts.things, complete),
    ...controlProblems(zone, catalog),
  ];
  const broken = new Set([settings, accounts, cards].flatMap((read) => read.brokenFields));
  const problems = [
    ...unloaded,
    ...[settings, accounts, cards, queries, controls].flatMap((read) => read.problems),
    ...ledgerProblems,
    ...between.filter(({ file, field }) => !broken.has(`${file} ${field.split(/[.[]/)[0]}`)),
  ];
  if (!settings.data || problems.length > 0) throw new InvalidLandingZone(problems);
  return assemble(settings.data, accounts.things, controls.things, cards.things, queries.auditQueries, ledger);
}
