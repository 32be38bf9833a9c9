import type { Bedrock } from '../../forms/ai/bedrock';
import { settingsFile } from '../../forms/settings';
import type { Problem } from '../../problems/problem';
import { useOneOf } from '../../problems/problem';
import { problemsIn, repeats } from '../subject';
import { guardrailProblems } from './guardrail-checks';
import { inferenceProfileProblems } from './inference-profile-checks';
import type { WorkloadSubject } from './subject';

/** Rules of how an account uses Bedrock. */
export function bedrockProblems(subject: WorkloadSubject): Problem[] {
  const { account, settings, ai } = subject;
  const { bedrock } = ai;
  if (!bedrock) return [];
  const { guardrails, inferenceProfiles } = bedrock;
  const regions = account.regions ?? settings.regions;
  return [
    ...loggingProblems(subject, bedrock.invocationLogging),
    ...placeProblems(subject, 'guardrails', guardrails, regions),
    ...placeProblems(subject, 'inferenceProfiles', inferenceProfiles, regions),
    ...guardrails.flatMap((guardrail, index) =>
      guardrailProblems(account.file, `ai.bedrock.guardrails[${index}]`, guardrail),
    ),
    ...inferenceProfiles.flatMap((profile, index) =>
      inferenceProfileProblems(
        settings,
        account.file,
        `ai.bedrock.inferenceProfiles[${index}]`,
        profile,
        profile.regions ?? regions,
      ),
    ),
    ...enforcementProblems(subject, bedrock),
    ...(isTagged(bedrock) ? tagProblems(subject, inferenceProfiles) : []),
  ];
}

function loggingProblems(
  { settings, account }: WorkloadSubject,
  { on, text, archive, retentionDays }: Bedrock['invocationLogging'],
): Problem[] {
  if (!on) return [];
  const problem = problemsIn(account.file);
  const problems: Problem[] = [];
  if (!text && settings.controls['bedrock-invocation-logging']?.mode !== 'off')
    problems.push(
      problem(
        'ai.bedrock.invocationLogging.text',
        text,
        'the control bedrock-invocation-logging asks for the text of prompts and answers',
        `log it, or switch the control off in ${settingsFile} with a reason`,
      ),
    );
  if (archive && account.origin === 'external')
    problems.push(
      problem(
        'ai.bedrock.invocationLogging.archive',
        archive,
        'the log archive admits accounts of the organization only',
        'set archive: false',
      ),
    );
  if (archive && retentionDays > settings.logs.retentionDays)
    problems.push(
      problem(
        'ai.bedrock.invocationLogging.retentionDays',
        retentionDays,
        `the log archive keeps nothing for longer than logs.retentionDays (${settings.logs.retentionDays} days)`,
        `lower it, or raise logs.retentionDays in ${settingsFile}`,
      ),
    );
  return problems;
}

function enforcementProblems({ account }: WorkloadSubject, { guardrails, enforcedGuardrail }: Bedrock): Problem[] {
  const names = guardrails.map(({ name }) => name);
  if (enforcedGuardrail === undefined || names.includes(enforcedGuardrail)) return [];
  const rule = 'is not in ai.bedrock.guardrails of the account';
  const fix = names.length > 0 ? useOneOf(enforcedGuardrail, names) : 'write the guardrail there';
  return [problemsIn(account.file)('ai.bedrock.enforcedGuardrail', enforcedGuardrail, rule, fix)];
}

/** Names that Bedrock wants once in an account and region, and regions that the account has. */
function placeProblems(
  { account: { file } }: WorkloadSubject,
  list: 'guardrails' | 'inferenceProfiles',
  items: readonly { readonly name: string; readonly regions?: readonly string[] }[],
  governed: readonly string[],
): Problem[] {
  const problem = problemsIn(file);
  const field = (index: number, rest: string) => `ai.bedrock.${list}[${index}].${rest}`;
  return [
    ...repeats(items.map(({ name }) => name)).map(({ index, value }) =>
      problem(field(index, 'name'), value, 'names are unique in an account', 'rename one of the two'),
    ),
    ...items.flatMap(({ regions = [] }, index) => [
      ...regions.flatMap((region, at) =>
        governed.includes(region)
          ? []
          : [
              problem(
                field(index, `regions[${at}]`),
                region,
                'is not a region of the account',
                useOneOf(region, governed),
              ),
            ],
      ),
      ...repeats(regions).map(({ index: at, value }) =>
        problem(field(index, `regions[${at}]`), value, 'a region stands in the list once', 'remove the second mention'),
      ),
    ]),
  ];
}

const isTagged = ({ guardrails, inferenceProfiles }: Bedrock): boolean =>
  guardrails.length + inferenceProfiles.length > 0;

/** Bedrock takes tags of ASCII letters only, other than most services. Source: botocore 1.43.107, bedrock, TagValue. */
function tagProblems(
  { settings, account, accounts }: WorkloadSubject,
  profiles: readonly { readonly costCenter: string }[],
): Problem[] {
  const check = (file: string, field: string, text: string) =>
    /^[a-zA-Z0-9\s._:/=+@-]*$/.test(text)
      ? []
      : [
          problemsIn(file)(
            field,
            text,
            'becomes a tag in Bedrock, which takes letters of the English alphabet only',
            'write it without other letters',
          ),
        ];
  const both = (file: string, tags: Readonly<Record<string, string>>) =>
    Object.entries(tags).flatMap(([key, value]) => [
      ...check(file, `tags.${key}`, key),
      ...check(file, `tags.${key}`, value),
    ]);
  const first = accounts.find(({ ai }) => ai?.bedrock && isTagged(ai.bedrock));
  return [
    ...check(account.file, 'owner', account.owner),
    ...both(account.file, account.tags),
    // Said once, however many accounts it is true for.
    ...(account === first ? both(settingsFile, settings.tags) : []),
    ...profiles.flatMap(({ costCenter }, index) =>
      check(account.file, `ai.bedrock.inferenceProfiles[${index}].costCenter`, costCenter),
    ),
  ];
}
