import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { guardrailProblems } from './ai/guardrail-checks';
import { useRegion } from './region-checks';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';
import { whereProblems } from './where-checks';

/** Rules of the guardrails that the organization enforces: those of any guardrail, and where they hold. */
export function organizationGuardrailProblems(zone: ZoneSubject): readonly Problem[] {
  const { regions: governed, ai } = zone.settings;
  const names = ai.organizationGuardrails.map(({ name }) => name);
  return [
    ...rulesOf(settingsFile, 'ai').unique(names, {
      field: (index) => `organizationGuardrails[${index}].name`,
      rule: 'names are unique in an account, and all of these are in the management account',
      fix: 'rename one of the two',
    }),
    ...ai.organizationGuardrails.flatMap((guardrail, index) => {
      const rules = rulesOf(settingsFile, `ai.organizationGuardrails[${index}]`);
      const { where, regions = [], exceptModels } = guardrail;
      return [
        ...guardrailProblems(rules, guardrail),
        ...whereProblems(rules, zone, where),
        ...rules.known(regions, governed, {
          field: 'regions',
          rule: 'is not a governed region of the landing zone',
          fix: (region) => useRegion(region, governed),
        }),
        ...rules.unique(regions, { field: 'regions', rule: 'a region must not be listed twice' }),
        ...rules.unique(exceptModels, { field: 'exceptModels', rule: 'a model must not be listed twice' }),
      ];
    }),
  ];
}
