import {
  BedrockClient,
  GetGuardrailCommand,
  GetModelInvocationLoggingConfigurationCommand,
  paginateListGuardrails,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock';
import type { Place } from '../live-aws';
import { type Reader, snake, text } from '../reader';

const guardrail: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(BedrockClient, paginateListGuardrails, {});
    const id = pages.flatMap(({ guardrails = [] }) => guardrails).find(({ name }) => name === wanted.name)?.id;
    if (id === undefined) return undefined;
    const found = await at.ask(
      BedrockClient,
      new GetGuardrailCommand({ guardrailIdentifier: id, guardrailVersion: 'DRAFT' }),
    );
    return {
      guardrail_id: id,
      guardrail_arn: found.guardrailArn,
      name: found.name,
      description: found.description,
      blocked_input_messaging: found.blockedInputMessaging,
      blocked_outputs_messaging: found.blockedOutputsMessaging,
      kms_key_arn: found.kmsKeyArn,
      content_policy_config: { filters_config: snake(found.contentPolicy?.filters) },
      contextual_grounding_policy_config: { filters_config: snake(found.contextualGroundingPolicy?.filters) },
      sensitive_information_policy_config: {
        pii_entities_config: snake(found.sensitiveInformationPolicy?.piiEntities),
        regexes_config: snake(found.sensitiveInformationPolicy?.regexes),
      },
      topic_policy_config: { topics_config: snake(found.topicPolicy?.topics) },
      word_policy_config: {
        words_config: snake(found.wordPolicy?.words),
        managed_word_lists_config: snake(found.wordPolicy?.managedWordLists),
      },
    };
  },
  unread: { tags: 'no promise hangs on it' },
};

async function versionsOf(at: Place, guardrailArn: string) {
  const pages = await at.pages(BedrockClient, paginateListGuardrails, { guardrailIdentifier: guardrailArn });
  return pages.flatMap(({ guardrails = [] }) => guardrails).filter(({ version }) => version !== 'DRAFT');
}

/** Of a version its description is what the stack wrote: it says which configuration it was made of. */
const guardrailVersion: Reader = {
  async read(at, wanted) {
    const versions = await versionsOf(at, text(wanted, 'guardrail_arn'));
    const found = versions.find(({ description }) => description === wanted.description);
    return found && { guardrail_arn: wanted.guardrail_arn, description: found.description, version: found.version };
  },
  unread: { skip_destroy: 'is Terraform’s own' },
};

const logging: Reader = {
  async read(at) {
    const { loggingConfig } = await at.ask(BedrockClient, new GetModelInvocationLoggingConfigurationCommand({}));
    if (!loggingConfig) return undefined;
    const { s3Config, cloudWatchConfig, ...others } = loggingConfig;
    const large = cloudWatchConfig?.largeDataDeliveryS3Config;
    return {
      logging_config: {
        ...(snake(others) as object),
        s3_config: s3Config && { bucket_name: s3Config.bucketName, key_prefix: s3Config.keyPrefix },
        cloudwatch_config: cloudWatchConfig && {
          log_group_name: cloudWatchConfig.logGroupName,
          role_arn: cloudWatchConfig.roleArn,
          large_data_delivery_s3_config: large && { bucket_name: large.bucketName, key_prefix: large.keyPrefix },
        },
      },
    };
  },
};

const profile: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(BedrockClient, paginateListInferenceProfiles, { typeEquals: 'APPLICATION' });
    const found = pages
      .flatMap(({ inferenceProfileSummaries = [] }) => inferenceProfileSummaries)
      .find(({ inferenceProfileName }) => inferenceProfileName === wanted.name);
    return (
      found && {
        id: found.inferenceProfileId,
        arn: found.inferenceProfileArn,
        name: found.inferenceProfileName,
        description: found.description,
        status: found.status,
      }
    );
  },
  also: () => ({ status: 'ACTIVE' }),
  unread: { model_source: 'AWS returns the models, not what they were copied from', tags: 'no promise hangs on it' },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_bedrock_guardrail: guardrail,
  aws_bedrock_guardrail_version: guardrailVersion,
  aws_bedrock_model_invocation_logging_configuration: logging,
  aws_bedrock_inference_profile: profile,
};
