import { BedrockInferenceProfile } from '@cdktf/provider-aws/lib/bedrock-inference-profile';
import { readModelId } from '../../../schema/facts/geography';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import type { AiContext } from '../context';

type Profile = Bedrock['inferenceProfiles'][number];

/** Makes each application inference profile in its regions. @returns ARNs by `<region>/<name>` */
export function makeInferenceProfiles(context: AiContext, profiles: readonly Profile[]): Record<string, string> {
  const { stack, account, here } = context;
  const made = account.regions.flatMap((region) =>
    profiles
      .filter(({ regions }) => regions?.includes(region) ?? true)
      .map(({ name, description, model, costCenter }) => {
        const profile = new BedrockInferenceProfile(stack, `inference-profile-${name}-${region}`, {
          ...here.at(region),
          name,
          description,
          modelSource: [{ copyFrom: sourceArn(model, region, here.accountId) }],
          tags: { 'cost-center': costCenter },
        });
        return [`${region}/${name}`, profile.arn];
      }),
  );
  return Object.fromEntries(made);
}

/** AWS's own profiles have the account that calls them in their ARN; foundation models have none. */
const sourceArn = (model: string, region: string, accountId: string): string =>
  readModelId(model).geography
    ? `arn:aws:bedrock:${region}:${accountId}:inference-profile/${model}`
    : `arn:aws:bedrock:${region}::foundation-model/${model}`;
