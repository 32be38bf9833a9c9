import { basename } from 'node:path';
import { frameworks } from '../facts/frameworks';
import { ownSuffixes } from '../facts/names';
import { knownRegions } from '../facts/regions';
import type { ParsedControl } from '../forms/control';
import type { Settings } from '../forms/settings';
import { withParents } from '../organizational-units';
import { type Problem, useOneOf } from '../problems/problem';
import { type AccountInFile, problemsIn, repeats } from './subject';

/** A control with the file it came from. */
export interface ControlInFile extends ParsedControl {
  readonly file: string;
}

/**
 * Rules of the catalog: ids, places, requirements, examples on both sides.
 *
 * @param files every file of the catalog, those that could not be read among them
 */
export function controlProblems(
  settingsFile: string,
  settings: Settings,
  accounts: readonly AccountInFile[],
  controls: readonly ControlInFile[],
  files: readonly string[],
): Problem[] {
  const units = withParents(settings.organizationalUnits);
  const ids = controls.map(({ id }) => id);
  const known = files.map((file) => basename(file, '.ts'));
  return [
    ...controls.flatMap((control) => [
      ...nameProblems(control),
      ...placeProblems(control, units, settings, accounts),
      ...requirementProblems(control),
      ...exampleProblems(control),
      ...ruleProblems(control),
    ]),
    ...repeats(ids).map(({ index, value }) =>
      problemsIn(controls[index]?.file ?? '')('id', value, 'an id names one control', 'choose another id'),
    ),
    ...protectionProblems(settingsFile, settings, controls),
    ...Object.keys(settings.controls)
      .filter((id) => !known.includes(id))
      .map((id) => problemsIn(settingsFile)(`controls.${id}`, id, 'must be the id of a control', useOneOf(id, known))),
  ];
}

/** Keeps others from making a role that has an exempt name. */
const roleProtection = 'identity-protected-roles';

/** Exemptions go by the names of roles: without that control whoever may create a role exempts himself. */
function protectionProblems(
  file: string,
  { controls: modes }: Settings,
  controls: readonly ControlInFile[],
): Problem[] {
  const mode = modes[roleProtection]?.mode;
  const exempting = controls.filter(
    ({ id, prevent }) => id !== roleProtection && modes[id] === undefined && (prevent?.exempt.length ?? 0) > 0,
  );
  return mode !== undefined && exempting.length > 0
    ? [
        problemsIn(file)(
          `controls.${roleProtection}.mode`,
          mode,
          `whoever may create a role would be exempt from ${exempting.length} controls that exempt roles by name`,
          'leave it on, or set those to detect as well',
        ),
      ]
    : [];
}

function nameProblems({ file, id }: ControlInFile): Problem[] {
  const problem = problemsIn(file);
  const name = basename(file, '.ts');
  return [
    ...(id === name ? [] : [problem('id', id, 'a control has the id that its file is named for', `write '${name}'`)]),
    // A remediation's role is named for its control.
    ...(ownSuffixes.some((suffix) => suffix === id)
      ? [problem('id', id, 'the landing zone has a role of this name', 'choose another id')]
      : []),
  ];
}

function ruleProblems({ file, detect }: ControlInFile): Problem[] {
  if (!detect || !('lambda' in detect)) return [];
  const problem = problemsIn(file);
  return [
    ...(detect.frequency === undefined && detect.resourceTypes === undefined
      ? [problem('detect', detect.lambda, 'a custom rule would never run', 'add frequency or resourceTypes')]
      : []),
    ...(detect.parameters?.check !== undefined
      ? [problem('detect.parameters.check', detect.parameters.check, 'names the check already', 'rename it')]
      : []),
  ];
}

function placeProblems(
  { file, where, detect }: ControlInFile,
  units: readonly string[],
  { tags }: Settings,
  accounts: readonly AccountInFile[],
): Problem[] {
  const problem = problemsIn(file);
  const problems: Problem[] = [];
  if (typeof where === 'object' && 'organizationalUnits' in where)
    for (const [index, path] of where.organizationalUnits.entries())
      if (!units.includes(path))
        problems.push(
          problem(`where.organizationalUnits[${index}]`, path, 'must be an OU of the tree', useOneOf(path, units)),
        );
  if (typeof where === 'object' && 'accountTags' in where)
    for (const key of Object.keys(where.accountTags)) {
      const known = [...new Set([tags, ...accounts.map((account) => account.tags)].flatMap(Object.keys))];
      if (!known.includes(key))
        problems.push(problem(`where.accountTags.${key}`, key, 'must be a tag of an account', useOneOf(key, known)));
    }
  if (typeof detect?.regions === 'object') {
    const [field, regions] = Object.entries(detect.regions)[0] ?? ['', []];
    for (const [index, region] of (regions as string[]).entries())
      if (!knownRegions.includes(region))
        problems.push(
          problem(`detect.regions.${field}[${index}]`, region, 'must be a region', useOneOf(region, knownRegions)),
        );
  }
  return problems;
}

function requirementProblems({ file, satisfies }: ControlInFile): Problem[] {
  const problem = problemsIn(file);
  return satisfies.flatMap(({ framework, requirements, basis, source }, at) => {
    const { title, requirement, example } = frameworks[framework];
    return [
      ...requirements.flatMap((text, index) =>
        requirement.test(text)
          ? []
          : [
              problem(
                `satisfies[${at}].requirements[${index}]`,
                text,
                `must be a requirement of ${title}`,
                `write it like '${example}'`,
              ),
            ],
      ),
      ...(basis === 'published' && !source
        ? [problem(`satisfies[${at}].source`, source, 'a published mapping names its source', 'add the field')]
        : []),
    ];
  });
}

function exampleProblems({ file, prevent, detect, respond, examples }: ControlInFile): Problem[] {
  const problem = problemsIn(file);
  const problems: Problem[] = [];
  if (!prevent && !detect)
    problems.push(problem('default export', undefined, 'a control prevents or detects', 'add one'));
  if (respond !== 'notify' && !detect)
    problems.push(problem('respond', respond, 'only what is detected can be repaired', 'add detect, or remove it'));
  const sides = prevent
    ? examples.flatMap((example) => ('denied' in example ? [example.denied] : []))
    : examples.flatMap((example) => ('compliant' in example ? [example.compliant] : []));
  if (new Set(sides).size < 2)
    problems.push(
      problem(
        'examples',
        `${sides.length} of that kind`,
        prevent
          ? 'shows a request that is denied and one that is not'
          : 'shows a resource that complies and one that does not',
        'add the other side of the edge',
      ),
    );
  return problems;
}
