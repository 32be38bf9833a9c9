import { basename } from 'node:path';
import { frameworks } from '../facts/frameworks';
import { ownRoles } from '../facts/names';
import { knownRegions } from '../facts/regions';
import type { ParsedControl } from '../forms/control';
import type { Problem } from '../problems/problem';
import { useRegion } from './region-checks';
import { rulesOf } from './rule';
import type { InFile } from './subject';

type ControlInFile = InFile<ParsedControl>;

/** Rules of one control, which no other file has a part in. */
export const controlByItselfChecks: readonly ((control: ControlInFile) => readonly Problem[])[] = [
  nameProblems,
  kindProblems,
  ruleProblems,
  regionProblems,
  requirementProblems,
  promiseProblems,
  exampleProblems,
];

function nameProblems({ file, id }: ControlInFile): readonly Problem[] {
  const { rule } = rulesOf(file);
  const name = basename(file, '.ts');
  return [
    ...rule(id === name, {
      field: 'id',
      value: id,
      rule: 'a control has the name of its file as its id',
      fix: `write '${name}'`,
    }),
    ...rule(!ownRoles.includes(id), {
      field: 'id',
      value: id,
      rule: 'the landing zone has a role of this name',
      fix: 'choose another id',
    }),
  ];
}

function kindProblems({ file, prevent, detect, keptBy, respond }: ControlInFile): readonly Problem[] {
  const { rule } = rulesOf(file);
  const acts = prevent !== undefined || detect !== undefined;
  return [
    ...rule(acts || keptBy !== undefined, {
      field: 'default export',
      value: undefined,
      rule: 'a control prevents or detects, or resources of the stacks keep it',
      fix: 'add prevent, detect or keptBy',
    }),
    ...rule(!acts || keptBy === undefined, {
      field: 'keptBy',
      value: keptBy?.map(({ resource }) => resource).join(', '),
      rule: 'stands alone: a setting switches it, and the mode of a control switches what prevents and detects',
      fix: 'write a control of its own for what the stacks keep',
    }),
    ...rule(respond === 'notify' || detect !== undefined, {
      field: 'respond',
      value: respond,
      rule: 'only what is detected can be repaired',
      fix: 'add detect, or remove it',
    }),
  ];
}

function ruleProblems({ file, detect }: ControlInFile): readonly Problem[] {
  if (!detect || !('lambda' in detect)) return [];
  const { rule } = rulesOf(file);
  const { frequency, resourceTypes, lambda, parameters } = detect;
  return [
    ...rule(frequency !== undefined || resourceTypes !== undefined, {
      field: 'detect',
      value: lambda,
      rule: 'a custom rule would never run',
      fix: 'add frequency or resourceTypes',
    }),
    ...rule(parameters?.check === undefined, {
      field: 'detect.parameters.check',
      value: parameters?.check,
      rule: 'is the parameter that names the check itself',
      fix: 'rename it',
    }),
  ];
}

function regionProblems({ file, detect }: ControlInFile): readonly Problem[] {
  if (typeof detect?.regions !== 'object') return [];
  return Object.entries(detect.regions).flatMap(([field, regions]) =>
    rulesOf(file).known(regions, knownRegions, {
      field: `detect.regions.${field}`,
      rule: 'must be a region',
      fix: (region) => useRegion(region, knownRegions),
    }),
  );
}

function requirementProblems({ file, satisfies }: ControlInFile): readonly Problem[] {
  const { rule } = rulesOf(file);
  return satisfies.flatMap(({ framework, requirements, basis, source }, at) => {
    const { title, requirement, example } = frameworks[framework];
    return [
      ...requirements.flatMap((text, index) =>
        rule(requirement.test(text), {
          field: `satisfies[${at}].requirements[${index}]`,
          value: text,
          rule: `must be a requirement of ${title}`,
          fix: `write it like '${example}'`,
        }),
      ),
      ...rule(basis !== 'published' || source !== undefined, {
        field: `satisfies[${at}].source`,
        value: source,
        rule: 'a published mapping names its source',
        fix: 'add the field',
      }),
    ];
  });
}

/** A promise is asked where the control attaches statements of its kind, so one without them would never be. */
function promiseProblems({ file, prevent, promises }: ControlInFile): readonly Problem[] {
  const { rule } = rulesOf(file);
  return promises.flatMap(({ by }, at) =>
    rule((prevent?.[by].length ?? 0) > 0, {
      field: `promises[${at}].by`,
      value: by,
      rule: `is asked only where prevent.${by} is attached, and the control has none`,
      fix: by === 'scp' && prevent ? "write by: 'rcp'" : `add prevent.${by}, or remove the promise`,
    }),
  );
}

function exampleProblems({ file, prevent, detect, keptBy, examples }: ControlInFile): readonly Problem[] {
  if (!prevent && !detect)
    return rulesOf(file).rule(keptBy === undefined || examples.length === 0, {
      field: 'examples',
      value: `${examples.length}`,
      rule: 'nothing is asked of a promise that resources of the stacks keep, so an example would never be tried',
      fix: 'remove them',
    });
  const sides = prevent
    ? examples.flatMap((example) => ('denied' in example ? [example.denied] : []))
    : examples.flatMap((example) => ('compliant' in example ? [example.compliant] : []));
  return rulesOf(file).rule(new Set(sides).size === 2, {
    field: 'examples',
    value: `${sides.length} of that kind`,
    rule: prevent
      ? 'shows a request that is denied and one that is not'
      : 'shows a resource that complies and one that does not',
    fix: 'add an example of the other side',
  });
}
