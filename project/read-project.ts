import { settingsFile } from '../schema/forms/settings';
import type { LandingZone } from '../schema/landing-zone';
import type { Problem } from '../schema/problems/problem';
import { type LandingZoneFiles, resolveLandingZone } from '../schema/resolve';
import { folders } from './folders';
import { readLedgerFile } from './ledger-file';
import { type Place, thisProject } from './place';
import { readFolder } from './read-folder';
import { readRetiredControls } from './retired-controls';
import { readVersion } from './version';

/**
 * Reads the landing zone of this project whole: settings, accounts, controls, model cards and audit queries.
 *
 * @throws InvalidLandingZone with every problem of every file
 */
export const readProject = (): LandingZone =>
  Object.freeze({ ...resolveLandingZone(readProjectFiles()), release: readVersion() });

/** Every file of a project's landing zone, unchecked, with what is wrong with those that cannot be loaded. */
export function readProjectFiles(place: Place = thisProject): LandingZoneFiles {
  const accounts = readFolder(folders.accounts, place);
  const models = readFolder(folders.models, place);
  const controls = readFolder(folders.controls, place);
  const queries = readFolder(folders.queries, place);
  const retired = readRetiredControls(place);
  const ledger = readLedgerFile(place);
  const settings = accounts.files.find(({ file }) => file === settingsFile);
  const unloaded = [accounts, models, controls, retired, queries, ledger].flatMap(({ problems }) => problems);
  const missing = settings === undefined && !unloaded.some(({ file }) => file === settingsFile);
  return {
    settings,
    accounts: accounts.files.filter(({ file }) => file !== settingsFile),
    modelCards: models.files,
    controls: controls.files,
    retiredControls: retired.ids,
    auditQueries: queries.files,
    ledger: ledger.source,
    problems: [...(missing ? [missingSettings] : []), ...unloaded],
  };
}

const missingSettings: Problem = {
  file: settingsFile,
  field: 'the file',
  value: undefined,
  rule: 'the settings of the landing zone are in this file',
  fix: 'add it, with `export default defineLandingZone({ … })`',
};
