import { BedrockInferenceProfile } from '@cdktf/provider-aws/lib/bedrock-inference-profile';
import type { Construct } from 'constructs';
import { readModelId } from '../../../schema/facts/geography';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';

/** Each application inference profile in its regions. */
export class InferenceProfiles extends Part {
  /** By `<region>/<name>`. */
  readonly arns: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, profiles: Bedrock['inferenceProfiles']) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const made = here.account.regions.flatMap((region) =>
      profiles
        .filter(({ regions }) => regions?.includes(region) ?? true)
        .map(({ name, description, model, costCenter }) => {
          const profile = new BedrockInferenceProfile(this, `inference-profile-${name}-${region}`, {
            ...here.in(region),
            name,
            description,
            modelSource: [{ copyFrom: sourceArn(model, region, here.id) }],
            tags: { 'cost-center': costCenter },
          });
          return [`${region}/${name}`, profile.arn];
        }),
    );
    this.arns = Object.fromEntries(made);
  }
}

/** AWS's own profiles have the account that calls them in their ARN; foundation models have none. */
const sourceArn = (model: string, region: string, accountId: string): string =>
  readModelId(model).geography
    ? `arn:aws:bedrock:${region}:${accountId}:inference-profile/${model}`
    : `arn:aws:bedrock:${region}::foundation-model/${model}`;
