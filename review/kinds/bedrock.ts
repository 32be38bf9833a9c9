import { among, fewer, harmless, high, kept, more, on, renames, replaces, unsure } from '../direction';
import { type Kinds, neither, protects } from '../kind';
import { cloudFormationTemplate } from './cloudformation-template';
import { description, name, reference } from './words';

const strength = among('how much is filtered', ['NONE', 'LOW', 'MEDIUM', 'HIGH']);
const treatment = among('what becomes of it', ['NONE', 'ANONYMIZE', 'BLOCK']);

/** Models: guardrails, what is logged of prompts, and what CloudFormation makes because the provider cannot. */
export const bedrock: Kinds = {
  aws_bedrock_guardrail: {
    presence: protects('prompts and answers are filtered'),
    attributes: {
      name,
      description,
      blocked_input_messaging: description,
      blocked_outputs_messaging: description,
      kms_key_arn: more('the key that encrypts the guardrail'),
      'content_policy_config.filters_config': more('what is filtered'),
      'content_policy_config.filters_config.type': more('what is filtered'),
      'content_policy_config.filters_config.input_strength': strength,
      'content_policy_config.filters_config.output_strength': strength,
      'contextual_grounding_policy_config.filters_config': more('what is checked'),
      'contextual_grounding_policy_config.filters_config.type': more('what is checked'),
      'contextual_grounding_policy_config.filters_config.threshold': high('how sure an answer has to be', 0),
      'sensitive_information_policy_config.pii_entities_config': more('what is taken out'),
      'sensitive_information_policy_config.pii_entities_config.type': more('what is taken out'),
      'sensitive_information_policy_config.pii_entities_config.action': treatment,
      'sensitive_information_policy_config.regexes_config': more('what is taken out'),
      'sensitive_information_policy_config.regexes_config.action': treatment,
      'sensitive_information_policy_config.regexes_config.name': more('what is taken out'),
      'sensitive_information_policy_config.regexes_config.description': description,
      'sensitive_information_policy_config.regexes_config.pattern': more('what is taken out'),
      'topic_policy_config.topics_config': more('what is not spoken of'),
      'topic_policy_config.topics_config.name': more('what is not spoken of'),
      'topic_policy_config.topics_config.type': more('what is not spoken of'),
      'topic_policy_config.topics_config.definition': more('what is not spoken of'),
      'topic_policy_config.topics_config.examples': more('examples of what is not spoken of'),
      'word_policy_config.words_config': more('words that are blocked'),
      'word_policy_config.words_config.text': more('words that are blocked'),
      'word_policy_config.managed_word_lists_config.type': more('words that are blocked'),
    },
  },
  aws_bedrock_guardrail_version: {
    presence: neither('a version of a guardrail, which is compared by itself'),
    attributes: { description, guardrail_arn: reference, skip_destroy: harmless('older versions stay') },
  },
  aws_bedrock_inference_profile: {
    presence: neither('a way to call a model, which policies admit or not'),
    attributes: { name: renames('its name'), description, 'model_source.copy_from': replaces('which model it calls') },
  },
  aws_bedrock_model_invocation_logging_configuration: {
    presence: protects('prompts and answers are logged'),
    attributes: {
      // True where nothing is written: terraform-provider-aws, bedrock_model_invocation_logging_configuration. AWS does not say it of sound.
      'logging_config.text_data_delivery_enabled': on('whether text is logged', true),
      'logging_config.image_data_delivery_enabled': on('whether images are logged', true),
      'logging_config.video_data_delivery_enabled': on('whether video is logged', true),
      'logging_config.audio_data_delivery_enabled': on('whether sound is logged'),
      'logging_config.embedding_data_delivery_enabled': on('whether embeddings are logged', true),
      'logging_config.s3_config.bucket_name': more('the bucket of the logs'),
      'logging_config.s3_config.key_prefix': harmless('a folder of the bucket'),
      'logging_config.cloudwatch_config.log_group_name': more('the log group of the logs'),
      'logging_config.cloudwatch_config.role_arn': reference,
      'logging_config.cloudwatch_config.large_data_delivery_s3_config.bucket_name': more('the bucket of what is long'),
      'logging_config.cloudwatch_config.large_data_delivery_s3_config.key_prefix': harmless('a folder of the bucket'),
    },
  },
  aws_chatbot_slack_channel_configuration: {
    presence: protects('findings are told in a channel'),
    attributes: {
      configuration_name: renames('its name'),
      guardrail_policy_arns: more('what limits people of the channel'),
      iam_role_arn: reference,
      logging_level: harmless('how much the chat logs of itself'),
      slack_channel_id: unsure('who reads the channel'),
      slack_team_id: unsure('who reads the channel'),
      sns_topic_arns: more('what is told'),
      // Whether it is set anew or left where nothing is written, the provider's documents do not say.
      user_authorization_required: kept(on('whether people act with roles of their own', false)),
    },
  },
  aws_chatbot_teams_channel_configuration: {
    presence: protects('findings are told in a channel'),
    attributes: {
      configuration_name: renames('its name'),
      guardrail_policy_arns: more('what limits people of the channel'),
      iam_role_arn: reference,
      logging_level: harmless('how much the chat logs of itself'),
      channel_id: unsure('who reads the channel'),
      team_id: unsure('who reads the channel'),
      tenant_id: unsure('who reads the channel'),
      sns_topic_arns: more('what is told'),
      // Whether it is set anew or left where nothing is written, the provider's documents do not say.
      user_authorization_required: kept(on('whether people act with roles of their own', false)),
    },
  },
  aws_cloudformation_stack_set_instance: {
    presence: neither('where a stack of a StackSet is'),
    attributes: { stack_set_name: reference, account_id: replaces('in which account it is') },
    partOf: 'stack_set_name',
  },
  aws_cloudformation_stack_set: {
    presence: neither('each thing that it makes is compared'),
    attributes: {
      name,
      description,
      administration_role_arn: reference,
      capabilities: unsure('what it may make'),
      execution_role_name: unsure('as whom it works in accounts'),
      managed_execution: harmless('how many operations go on at once'),
      'managed_execution.*': harmless('how many operations go on at once'),
      permission_model: unsure('as whom it works in accounts'),
      template_body: { whole: cloudFormationTemplate.compare },
    },
  },
  aws_cloudformation_stack: {
    presence: ({ template_body: body }) => cloudFormationTemplate.presence(body),
    attributes: {
      name: renames('its name'),
      on_failure: harmless('what happens when it cannot be made'),
      capabilities: fewer('what the template may make'),
      'parameters.GuardrailIdentifier': reference,
      'parameters.GuardrailVersion': reference,
      'parameters.KmsKeyId': reference,
      'parameters.*': unsure('what the template is given'),
      template_body: { whole: cloudFormationTemplate.compare, alone: true },
      policy_body: unsure('what of the stack may change'),
    },
  },
};
