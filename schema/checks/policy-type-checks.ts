import { policyTypesSinceProvider6 } from '../facts/policy-types';
import { needsProviderPerRegion, testedAwsProvider } from '../facts/provider-constraint';
import { type Settings, settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';

/** Policy types that the provider of the landing zone refuses, whoever asks for them. */
export function policyTypeProblems({ organization, ai, awsProvider }: Settings): readonly Problem[] {
  if (!needsProviderPerRegion(awsProvider)) return [];
  const { rule } = rulesOf(settingsFile);
  const refused = (field: string, type: string): readonly Problem[] =>
    rule(!policyTypesSinceProvider6.some((each) => each === type), {
      field,
      value: type,
      rule: `AWS provider ${testedAwsProvider}, which awsProvider '${awsProvider}' admits, does not know this policy type, and disables it wherever it is enabled`,
      fix: "remove it, or write awsProvider: '~> 6.25' (docs/provider.md says how a landing zone that stands gets there)",
    });
  return [
    ...organization.policyTypes.flatMap((type, index) => refused(`organization.policyTypes[${index}]`, type)),
    ...(ai.organizationGuardrails.length > 0 ? refused('ai.organizationGuardrails', 'BEDROCK_POLICY') : []),
  ];
}
