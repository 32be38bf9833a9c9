import { type Quota, quotas } from '../../schema/facts/quotas';
import { renderedQuotas } from '../../schema/facts/rendered-quotas';
import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { Problem } from '../../schema/problems/problem';
import type { ConformancePack, PackRule } from './conformance-pack';
import { usesOf } from './splitting';
import { parametersOf } from './template';

/** Every limit of AWS Config that the packs exceed. What splitting can help never does. */
export function packProblems(zone: LandingZone, packs: readonly ConformancePack[]): readonly Problem[] {
  const problems = [
    ...packs.flatMap((pack) => problemsOfPack(zone, pack)),
    ...zone.regions.flatMap((region) =>
      problemsOfRegion(
        region,
        packs.filter((pack) => pack.region === region),
      ),
    ),
  ];
  // A pack is the same in most regions, and so is what is wrong with it.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function problemsOfPack(zone: LandingZone, pack: ConformancePack): Problem[] {
  const { name, rules, parameters, template, excluded } = pack;
  const fileOf = (rule?: PackRule) => zone.controls.find(({ id }) => id === rule?.name)?.file ?? settingsFile;
  const load = {
    rules: rules.length,
    bytes: Buffer.byteLength(template),
    parameters: Object.keys(parameters).length,
  };
  const of = `conformance pack ${name}`;
  return [
    // Splitting leaves too large what is one rule.
    ...usesOf(load).flatMap(({ count, quota }) =>
      tryProblem(count, quota, { file: fileOf(rules[0]), field: 'detect', of, fix: `make ${listed(rules)} smaller` }),
    ),
    // A pack takes longer values for its parameters, and hands them to rules that do not.
    ...rules.flatMap((rule) =>
      tryProblem(inputLength(rule), renderedQuotas.ruleParameters, {
        file: fileOf(rule),
        field: 'detect.parameters',
        of: `the object of all parameters of rule ${rule.name}`,
        fix: `make the values of ${rule.name} shorter, here or in the settings that it reads`,
      }),
    ),
    ...tryProblem(excluded.length, quotas.packExcludedAccounts, {
      file: fileOf(rules[0]),
      field: 'where',
      of,
      fix: `choose a wider place for ${listed(rules)}`,
    }),
  ];
}

function problemsOfRegion(region: string, packs: readonly ConformancePack[]): Problem[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const perAccount = new Map<string, number>();
  for (const pack of packs)
    for (const { name } of pack.accounts) perAccount.set(name, (perAccount.get(name) ?? 0) + pack.rules.length);
  const [fullest = '', count = 0] = [...perAccount].sort(([, a], [, b]) => b - a)[0] ?? [];
  return [
    ...tryProblem(packs.length, quotas.packsPerOrganization, {
      file: settingsFile,
      field: 'controls',
      of: `the organization in ${region}`,
      fix: `turn controls off, or let more of them share a place: ${listed(rules)}`,
    }),
    ...tryProblem(count, quotas.rulesPerAccount, {
      file: settingsFile,
      field: 'controls',
      of: `account ${fullest} in ${region}`,
      fix: `turn some of its controls off: ${listed(rules)}`,
    }),
  ];
}

/** What AWS Config is given of all parameters of a rule: one JSON object, with the name of the check where the rule is our own. */
const inputLength = (rule: PackRule): number =>
  JSON.stringify({
    ...Object.fromEntries(parametersOf(rule).map(({ key, value }) => [key, value])),
    ...('lambda' in rule.source && { check: rule.source.lambda }),
  }).length;

interface Subject extends Pick<Problem, 'file' | 'field' | 'fix'> {
  /** What has the limit. */
  readonly of: string;
}

const tryProblem = (count: number, { value, unit, source, asOf }: Quota, { of, ...where }: Subject): Problem[] =>
  count > value
    ? [{ ...where, value: `${count} ${unit}`, rule: `${of} has at most ${value} ${unit} (${source}, ${asOf})` }]
    : [];

const shown = 10;

function listed(rules: readonly PackRule[]): string {
  const ids = [...new Set(rules.flatMap(({ controls }) => controls))].sort();
  const more = ids.length > shown ? ` and ${ids.length - shown} more` : '';
  return `${ids.slice(0, shown).join(', ')}${more}`;
}
