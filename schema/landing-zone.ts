import { basename, dirname } from 'node:path';
import { problemsOf } from './checks';
import { type ControlInFile, controlProblems } from './checks/control-checks';
import { accountForm, type ParsedAccount } from './forms/account';
import type { ParsedControl } from './forms/control';
import type { ParsedModelCard } from './forms/model-card';
import { type Settings, settingsForm } from './forms/settings';
import { withParents } from './organizational-units';
import { InvalidLandingZone, type SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';
import { readControls } from './read-controls';
import { readModelCards } from './read-model-cards';

/** One AWS account, checked. */
export interface Account extends Omit<ParsedAccount, 'origin' | 'regions'> {
  /** The file that a person edits: `accounts/sandbox.ts`. */
  readonly file: string;
  readonly origin: 'management' | 'vended' | 'adopted' | 'external';
  /** Governed regions of the account, the home region first. */
  readonly regions: readonly string[];
}

/** One control, checked, with how far it goes. */
export interface Control extends ParsedControl {
  /** The file that a person edits: `controls/bedrock/bedrock-approved-models.ts`. */
  readonly file: string;
  /** The folder that it is in: `bedrock`. */
  readonly service: string;
  readonly mode: 'on' | 'detect' | 'off';
}

/** One model card, checked. */
export interface ModelCard extends ParsedModelCard {
  /** The file that a person edits: `models/triage-classifier.ts`. */
  readonly file: string;
}

/** The landing zone, checked and frozen: whoever holds one may trust every field. */
export interface LandingZone extends Omit<Settings, 'controls'> {
  /** The home region first. */
  readonly regions: string[];
  /** Every OU of the tree, parents before children. */
  readonly organizationalUnits: string[];
  /** Every account that was written down, in the order of their names. */
  readonly accounts: readonly Account[];
  /** Accounts that have a stack: all but the closing ones. */
  readonly activeAccounts: readonly Account[];
  readonly managementAccount: Account;
  readonly logArchiveAccount: Account;
  readonly securityAccount: Account;
  /** The catalog in the order of its ids, those that are off among them. */
  readonly controls: readonly Control[];
  /** In the order of their names. */
  readonly modelCards: readonly ModelCard[];
}

/**
 * Checks the settings, every account, control and model card, and freezes the result.
 *
 * @throws InvalidLandingZone with every problem of every file
 */
export function resolveLandingZone(
  settingsFile: SourceFile,
  accountFiles: readonly SourceFile[],
  controlFiles: readonly SourceFile[] = [],
  modelCardFiles: readonly SourceFile[] = [],
): LandingZone {
  const settings = salvage(settingsForm, settingsFile, { name: 'unnamed', services: silentServices });
  const files = accountFiles.map((source) => ({
    source,
    ...salvage(accountForm, source, { owner: '-', email: `${basename(source.file)}@example.invalid` }),
  }));
  const accounts = files.flatMap(({ source, data }) => (data ? [{ file: source.file, ...data }] : []));
  const broken = new Map(files.map(({ source, broken }) => [source.file, broken]));
  broken.set(settingsFile.file, settings.broken);

  const complete = files.every((each) => each.broken.length === 0);
  const cards = readModelCards(modelCardFiles, accounts, complete);
  const problems = [...settings.problems, ...files.flatMap((each) => each.problems), ...cards.problems];
  if (settings.data) {
    const between = problemsOf(settingsFile.file, settings.data, accounts, complete);
    problems.push(...between.filter(({ file, field }) => !broken.get(file)?.includes(field.split(/[.[]/)[0] ?? field)));
  }
  const catalog = settings.data && readControls(settings.data, accounts, controlFiles);
  if (settings.data && catalog) {
    problems.push(...catalog.problems);
    const paths = controlFiles.map(({ file }) => file);
    problems.push(...controlProblems(settingsFile.file, settings.data, accounts, catalog.controls, paths));
  }
  if (!settings.data || !catalog || problems.length > 0) throw new InvalidLandingZone(problems);
  return assemble(settings.data, accounts, catalog.controls, cards.modelCards);
}

const silentServices = { notifications: { emails: ['nobody@example.invalid'] } };

function assemble(
  settings: Settings,
  parsed: readonly (ParsedAccount & { file: string })[],
  controls: readonly ControlInFile[],
  modelCards: readonly ModelCard[],
): LandingZone {
  const homeFirst = (regions: readonly string[]) => [
    settings.homeRegion,
    ...regions.filter((region) => region !== settings.homeRegion).sort(),
  ];
  const accounts = parsed
    .map(
      (account): Account => ({
        ...account,
        origin: account.role === 'management' ? 'management' : (account.origin ?? 'vended'),
        regions: homeFirst(account.regions ?? settings.regions),
        ai: account.ai,
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const withRole = (role: Account['role']): Account => {
    const found = accounts.find((account) => account.role === role);
    if (!found) throw new Error(`no account has the role ${role}, and the check let it pass`);
    return found;
  };
  return deepFreeze({
    ...settings,
    regions: homeFirst(settings.regions),
    organizationalUnits: withParents(settings.organizationalUnits),
    accounts,
    activeAccounts: accounts.filter((account) => account.state === 'active'),
    managementAccount: withRole('management'),
    logArchiveAccount: withRole('log-archive'),
    securityAccount: withRole('security'),
    controls: controls
      .map((control) => ({
        ...control,
        service: basename(dirname(control.file)),
        mode: settings.controls[control.id]?.mode ?? ('on' as const),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    modelCards: [...modelCards].sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
