import { basename } from 'node:path';
import { ownValue } from '../facts/own-value';
import type { ParsedControl } from '../forms/control';
import { settingsFile } from '../forms/settings';
import { sayings } from '../problems/broken-fields';
import type { Problem } from '../problems/problem';
import { controlByItselfChecks } from './control-by-itself-checks';
import { guardrailStrengthProblems } from './guardrail-strength-checks';
import { placeProblems } from './place-checks';
import { rulesOf } from './rule';
import type { InFile, MaybeZone, ZoneSubject } from './subject';
import { whereProblems } from './where-checks';

type ControlInFile = InFile<ParsedControl>;

/** The catalog, as far as it could be read. */
export interface Catalog {
  readonly controls: readonly ControlInFile[];
  /** Every file of the catalog, those that could not be read among them. */
  readonly files: readonly string[];
  /** Ids that no control may have again. */
  readonly retired: readonly string[];
}

interface CatalogSubject extends Catalog, ZoneSubject {}

/** Rules of the catalog: ids, places, requirements, examples on both sides. */
export const controlProblems = ({ settings, ...zone }: MaybeZone, catalog: Catalog): readonly Problem[] => [
  ...catalog.controls.flatMap((control) => sayings(controlByItselfChecks, control)),
  ...sayings([repetitionProblems, retirementProblems], catalog),
  ...(settings ? sayings(zoneChecks, { settings, ...zone, ...catalog }) : []),
];

const repetitionProblems = ({ controls }: Catalog): readonly Problem[] => {
  const ids = controls.map(({ id }) => id);
  return controls.flatMap(({ file, id }, index) =>
    rulesOf(file).rule(ids.indexOf(id) === index, {
      field: 'id',
      value: id,
      rule: 'two controls must not have the same id',
      fix: 'choose another id',
    }),
  );
};

/** An auditor may still read of a control that went. */
const retirementProblems = ({ controls, retired }: Catalog): readonly Problem[] =>
  controls.flatMap(({ file, id }) =>
    rulesOf(file).rule(!retired.includes(id), {
      field: 'id',
      value: id,
      rule: 'is the id of a control that was retired, and an id is never used again',
      fix: 'choose another id; if it was never deployed, remove it from controls/retired.json',
    }),
  );

const zoneChecks: readonly ((subject: CatalogSubject) => readonly Problem[])[] = [
  controlWhereProblems,
  placeProblems,
  protectionProblems,
  modeProblems,
  detectionProblems,
  guardrailStrengthProblems,
];

function controlWhereProblems({ controls, ...zone }: CatalogSubject): readonly Problem[] {
  return controls.flatMap(({ file, where }) => whereProblems(rulesOf(file), zone, where));
}

/** Keeps others from making a role that has an exempt name. */
const roleProtection = 'identity-protected-roles';

/** Exemptions go by the names of roles: without that control whoever may create a role exempts themselves. */
function protectionProblems({ settings: { controls: modes }, controls }: CatalogSubject): readonly Problem[] {
  const mode = modes[roleProtection]?.mode;
  const exempting = controls.filter(
    ({ id, prevent }) => id !== roleProtection && modes[id] === undefined && (prevent?.exempt.length ?? 0) > 0,
  );
  return rulesOf(settingsFile).rule(mode === undefined || exempting.length === 0, {
    field: `controls.${roleProtection}.mode`,
    value: mode,
    rule: `anybody who may create a role would be exempt from ${exempting.length} controls that exempt roles by name`,
    fix: 'leave it on, or leave the policies of those out as well',
  });
}

/** A control that AWS Config has no rule for has nothing left where its policies are left out. */
function detectionProblems(subject: CatalogSubject): readonly Problem[] {
  const { settings, controls } = subject;
  const said = protectionProblems(subject).map(({ field }) => field);
  return controls.flatMap(({ id, detect, keptBy }) => {
    const field = `controls.${id}.mode`;
    const mode = ownValue(settings.controls, id)?.mode;
    if (keptBy)
      return rulesOf(settingsFile).rule(mode === undefined, {
        field,
        value: mode,
        rule: `resources of the stacks keep ${id}, and they would stand all the same`,
        fix: 'remove it here; where a setting switches them, the catalog names it',
      });
    return rulesOf(settingsFile).rule(mode !== 'detect' || detect !== undefined || said.includes(field), {
      field,
      value: mode,
      rule: `${id} prevents and has nothing to detect with, so this would switch it off`,
      fix: "write mode: 'off' if that is meant and the reason says why, or remove it here and narrow the control's where",
    });
  });
}

function modeProblems({ settings, files }: CatalogSubject): readonly Problem[] {
  const ids = files.filter((file) => file.startsWith('controls/')).map((file) => basename(file, '.ts'));
  return Object.keys(settings.controls).flatMap((id) =>
    rulesOf(settingsFile).known([id], ids, { field: () => `controls.${id}`, rule: 'must be the id of a control' }),
  );
}
