import type { Guardrail } from '../forms/ai/guardrail';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { type Rules, rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** Asks the same of guardrails in the accounts that no stack made. */
const control = 'bedrock-guardrail-strength';

interface GuardedZone extends ZoneSubject {
  /** Of the catalog. */
  readonly controls: readonly { readonly id: string }[];
}

/** Guardrails that the landing zone would make, and its own control would report. */
export function guardrailStrengthProblems({ settings, accounts, controls }: GuardedZone): readonly Problem[] {
  if (settings.controls[control]?.mode === 'off' || !controls.some(({ id }) => id === control)) return [];
  return accounts.flatMap(({ file, ai }) =>
    (ai?.bedrock?.guardrails ?? []).flatMap((guardrail, index) =>
      weaknesses(rulesOf(file, `ai.bedrock.guardrails[${index}]`), guardrail),
    ),
  );
}

const otherwise = `or switch the control off in ${settingsFile} with a reason`;

const weaknesses = ({ rule }: Rules, { promptAttack, sensitiveInformation }: Guardrail): readonly Problem[] => [
  ...rule(promptAttack === 'HIGH', {
    field: 'promptAttack',
    value: promptAttack,
    rule: `the control ${control} requires HIGH`,
    fix: `leave it out, ${otherwise}`,
  }),
  ...rule(Object.values(sensitiveInformation).flat().length > 0, {
    field: 'sensitiveInformation',
    value: sensitiveInformation,
    rule: `the control ${control} requires personal data or a pattern that is blocked or anonymized`,
    fix: `name what prompts must not hold, such as anonymize: ['NAME'], ${otherwise}`,
  }),
];
