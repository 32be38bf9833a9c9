import type { Bedrock } from '../../forms/ai/bedrock';
import { settingsFile } from '../../forms/settings';
import { type Problem, useOneOf } from '../../problems/problem';
import { rulesOf } from '../rule';
import { bedrockTagProblems } from './bedrock-tag-checks';
import { guardrailProblems } from './guardrail-checks';
import { inferenceProfileProblems } from './inference-profile-checks';
import type { WorkloadSubject } from './subject';

type BedrockCheck = (bedrock: Bedrock, subject: WorkloadSubject) => readonly Problem[];

const checks: readonly BedrockCheck[] = [
  loggingProblems,
  ({ guardrails }, subject) => placementProblems(subject, 'guardrails', guardrails),
  ({ inferenceProfiles }, subject) => placementProblems(subject, 'inferenceProfiles', inferenceProfiles),
  ({ guardrails }, { account }) =>
    guardrails.flatMap((guardrail, index) =>
      guardrailProblems(rulesOf(account.file, `ai.bedrock.guardrails[${index}]`), guardrail),
    ),
  ({ inferenceProfiles }, { account, settings }) =>
    inferenceProfiles.flatMap((profile, index) =>
      inferenceProfileProblems(rulesOf(account.file, `ai.bedrock.inferenceProfiles[${index}]`), settings, {
        ...profile,
        regions: profile.regions ?? account.regions ?? settings.regions,
      }),
    ),
  enforcementProblems,
  bedrockTagProblems,
];

/** Rules of how an account uses Bedrock. */
export const bedrockChecks = checks.map(
  (check) =>
    (subject: WorkloadSubject): readonly Problem[] =>
      subject.ai.bedrock ? check(subject.ai.bedrock, subject) : [],
);

function loggingProblems({ invocationLogging }: Bedrock, { settings, account }: WorkloadSubject): readonly Problem[] {
  const { on, text, archive, retentionDays } = invocationLogging;
  if (!on) return [];
  const { rule } = rulesOf(account.file, 'ai.bedrock.invocationLogging');
  return [
    ...rule(text || settings.controls['bedrock-invocation-logging']?.mode === 'off', {
      field: 'text',
      value: text,
      rule: 'the control bedrock-invocation-logging requires the text of prompts and answers',
      fix: `log it, or switch the control off in ${settingsFile} with a reason`,
    }),
    ...rule(!archive || retentionDays <= settings.logs.retentionDays, {
      field: 'retentionDays',
      value: retentionDays,
      rule: `the log archive keeps nothing for longer than logs.retentionDays (${settings.logs.retentionDays} days)`,
      fix: `lower it, or raise logs.retentionDays in ${settingsFile}`,
    }),
  ];
}

function enforcementProblems(
  { guardrails, enforcedGuardrail }: Bedrock,
  { account }: WorkloadSubject,
): readonly Problem[] {
  const names = guardrails.map(({ name }) => name);
  return rulesOf(account.file).rule(enforcedGuardrail === undefined || names.includes(enforcedGuardrail), {
    field: 'ai.bedrock.enforcedGuardrail',
    value: enforcedGuardrail,
    rule: 'is not in ai.bedrock.guardrails of the account',
    fix: () => useOneOf(enforcedGuardrail, names, 'add the guardrail there'),
  });
}

/** Names that Bedrock wants once in an account and region, and regions that the account has. */
function placementProblems(
  { account, settings }: WorkloadSubject,
  list: 'guardrails' | 'inferenceProfiles',
  items: readonly { readonly name: string; readonly regions?: readonly string[] }[],
): readonly Problem[] {
  const { known, unique } = rulesOf(account.file, 'ai.bedrock');
  const governed = account.regions ?? settings.regions;
  return [
    ...unique(
      items.map(({ name }) => name),
      {
        field: (index) => `${list}[${index}].name`,
        rule: 'names are unique in an account',
        fix: 'rename one of the two',
      },
    ),
    ...items.flatMap(({ regions = [] }, index) => [
      ...known(regions, governed, { field: `${list}[${index}].regions`, rule: 'is not a region of the account' }),
      ...unique(regions, { field: `${list}[${index}].regions`, rule: 'a region must not be listed twice' }),
    ]),
  ];
}
