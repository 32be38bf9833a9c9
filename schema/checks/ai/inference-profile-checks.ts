import { type BedrockGeography, readModelId, sourceRegions } from '../../facts/geography';
import type { Bedrock } from '../../forms/ai/bedrock';
import { type Settings, settingsFile } from '../../forms/settings';
import { type Problem, useOneOf } from '../../problems/problem';
import { wildcardTest } from '../../text';
import { problemsIn } from '../subject';

type Profile = Bedrock['inferenceProfiles'][number];

/** Rules of one profile, which stands in the account's file at this field, in the regions that it is made in. */
export function inferenceProfileProblems(
  settings: Settings,
  file: string,
  field: string,
  { model }: Profile,
  regions: readonly string[],
): Problem[] {
  const { geography, foundationModel } = readModelId(model);
  return [
    ...approvalProblems(settings, file, `${field}.model`, model, foundationModel),
    ...(geography ? geographyProblems(settings, file, field, model, geography, regions) : []),
  ];
}

function approvalProblems(
  { ai: { approvedModels } }: Settings,
  file: string,
  field: string,
  model: string,
  foundationModel: string,
): Problem[] {
  if (approvedModels.some((pattern) => wildcardTest(pattern)(foundationModel))) return [];
  const nearest = approvedModels.length > 0 ? `${useOneOf(foundationModel, approvedModels)}; ` : '';
  return [
    problemsIn(file)(
      field,
      model,
      `is made of no model of ai.approvedModels in ${settingsFile}`,
      `${nearest}or have the model assessed and added there`,
    ),
  ];
}

function geographyProblems(
  settings: Settings,
  file: string,
  field: string,
  model: string,
  geography: BedrockGeography,
  regions: readonly string[],
): Problem[] {
  const problem = problemsIn(file);
  const far = regions.filter((region) => !sourceRegions[geography].test(region));
  return [
    ...(far.length === 0
      ? []
      : [
          problem(
            `${field}.regions`,
            far,
            `AWS has no profiles of the geography '${geography}' there`,
            'name only regions of the geography, or make a profile of the foundation model itself',
          ),
        ]),
    // The region deny sees the ARN of our profile, which does not show the geography (organization-region-deny).
    ...(settings.bedrockApplicationProfiles || settings.controls['organization-region-deny']?.mode !== undefined
      ? []
      : [
          problem(
            `${field}.model`,
            model,
            'calls through a copy of a geographic profile leave the governed regions, where they are denied',
            `set bedrockApplicationProfiles: true in ${settingsFile}, or copy the foundation model itself`,
          ),
        ]),
  ];
}
