import { readModelId, sourceRegions } from '../../facts/geography';
import { type Settings, settingsFile } from '../../forms/settings';
import { unlessBroken } from '../../problems/broken-fields';
import { type Problem, useOneOf } from '../../problems/problem';
import { matchesWildcard } from '../../text';
import type { Rules } from '../rule';

/** A profile, with the regions that it is made in. */
interface PlacedProfile {
  readonly model: string;
  readonly regions: readonly string[];
}

/** Rules of one inference profile. */
export const inferenceProfileProblems = (
  rules: Rules,
  settings: Settings,
  profile: PlacedProfile,
): readonly Problem[] => [
  ...(unlessBroken(() => approvalProblems(rules, settings, profile)) ?? []),
  ...(unlessBroken(() => geographyProblems(rules, settings, profile)) ?? []),
];

function approvalProblems(
  { rule }: Rules,
  { ai: { approvedModels } }: Settings,
  { model }: PlacedProfile,
): readonly Problem[] {
  const { foundationModel } = readModelId(model);
  return rule(
    approvedModels.some((pattern) => matchesWildcard(pattern, foundationModel)),
    {
      field: 'model',
      value: model,
      rule: `is not based on a model of ai.approvedModels in ${settingsFile}`,
      fix: () =>
        `${approvedModels.length > 0 ? `${useOneOf(foundationModel, approvedModels)}; or ` : ''}have the model assessed and added there`,
    },
  );
}

function geographyProblems(
  { rule }: Rules,
  { bedrockApplicationProfiles, controls }: Settings,
  { model, regions }: PlacedProfile,
): readonly Problem[] {
  const { geography } = readModelId(model);
  if (!geography) return [];
  const far = regions.filter((region) => !sourceRegions[geography].test(region));
  return [
    ...rule(far.length === 0, {
      field: 'regions',
      value: far,
      rule: `AWS has no profiles of the geography '${geography}' there`,
      fix: 'name only regions of the geography, or make a profile of the foundation model itself',
    }),
    // The region deny sees the ARN of our profile, which does not show the geography (organization-region-deny).
    ...rule(bedrockApplicationProfiles || controls['organization-region-deny']?.mode !== undefined, {
      field: 'model',
      value: model,
      rule: 'calls through a copy of a geographic profile leave the governed regions, where they are denied',
      fix: `set bedrockApplicationProfiles: true in ${settingsFile}, or copy the foundation model itself`,
    }),
  ];
}
