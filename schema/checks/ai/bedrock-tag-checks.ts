import type { Bedrock } from '../../forms/ai/bedrock';
import { settingsFile } from '../../forms/settings';
import { unlessBroken } from '../../problems/broken-fields';
import type { Problem } from '../../problems/problem';
import { rulesOf } from '../rule';
import type { WorkloadSubject } from './subject';

/** Unlike most services Bedrock takes tags of ASCII letters only. Source: botocore 1.43.107, bedrock, TagValue. */
const takenByBedrock = /^[a-zA-Z0-9\s._:/=+@-]*$/;

/** Every tag of a guardrail or profile: of the landing zone, of the account, and of itself. */
export function bedrockTagProblems(bedrock: Bedrock, subject: WorkloadSubject): readonly Problem[] {
  if (!isTagged(bedrock)) return [];
  const { settings, account, accounts } = subject;
  const first = accounts.find((each) => {
    const other = unlessBroken(() => each.ai?.bedrock);
    return other && isTagged(other);
  });
  return [
    ...tagProblems(account.file, 'owner', account.owner),
    ...allProblems(account.file, account.tags),
    // Said once, however many accounts it is true for.
    ...(account === first ? allProblems(settingsFile, settings.tags) : []),
    ...bedrock.inferenceProfiles.flatMap(({ costCenter }, index) =>
      tagProblems(account.file, `ai.bedrock.inferenceProfiles[${index}].costCenter`, costCenter),
    ),
  ];
}

const isTagged = ({ guardrails, inferenceProfiles }: Bedrock): boolean =>
  guardrails.length + inferenceProfiles.length > 0;

const allProblems = (file: string, tags: Readonly<Record<string, string>>): readonly Problem[] =>
  Object.entries(tags).flatMap(([key, value]) => [
    ...tagProblems(file, `tags.${key}`, key),
    ...tagProblems(file, `tags.${key}`, value),
  ]);

const tagProblems = (file: string, field: string, text: string): readonly Problem[] =>
  rulesOf(file).rule(takenByBedrock.test(text), {
    field,
    value: text,
    rule: 'becomes a tag in Bedrock, which accepts the letters A to Z only',
    fix: 'write it with the letters A to Z',
  });
