/**
 * Rules about what no stack makes: by identifier or, of a custom policy, by control, and the types of Terraform and CloudFormation that
 * they look at. Where something of such a type is deployed after all, the rule is not passed in silence: somebody has to write its judge.
 */
const families: readonly { readonly rules: RegExp; readonly types: RegExp }[] = [
  {
    rules: /^(BEDROCK_?AGENTCORE_|agentcore-(?!gateway-policy$|logs-masked$))/,
    types: /^(aws_bedrockagentcore_|AWS::BedrockAgentCore::)/,
  },
  { rules: /^(BEDROCK_DATA_SOURCE_|bedrock-data-source-)/, types: /^(aws_bedrockagent_|AWS::Bedrock::DataSource$)/ },
  { rules: /^ECR_/, types: /^(aws_ecr_|AWS::ECR::)/ },
  { rules: /^(GLUE_JOB_|data-glue-job-security$)/, types: /^(aws_glue_job|AWS::Glue::Job)$/ },
  { rules: /^GLUE_ML_TRANSFORM_/, types: /^(aws_glue_ml_transform|AWS::Glue::MLTransform)$/ },
  { rules: /^NEPTUNE_/, types: /^(aws_neptune_|aws_rds_cluster$|AWS::(Neptune|RDS)::DBCluster$)/ },
  { rules: /^OPENSEARCH_/, types: /^(aws_opensearch_|AWS::OpenSearchService::)/ },
  {
    rules: /^(SAGEMAKER_|sagemaker-(domain-sso|endpoint-data-capture|model-registered|monitoring-alive)$)/,
    // None of these rules looks at the registry, at cards and at lineage, which is all that the landing zone makes there.
    types:
      /^(aws_sagemaker_(?!model_package_group)|AWS::SageMaker::(?!(Action|Artifact|Association|Context|ModelCard)$))/,
  },
];

/** The types that a rule looks at, where the landing zone makes none of them; undefined for every other rule. */
export const tryTypesMadeNowhere = (code: string): RegExp | undefined =>
  families.find(({ rules }) => rules.test(code))?.types;
