/**
 * What the function's role may do, as statements of an IAM policy: read what the checks look at, and report. Not in it: writing
 * its log. The lists take no resource, and the others read any resource of the account, so there is nothing to narrow them to.
 */
export const configRulesPermissions = [
  {
    Sid: 'ReadWhatIsChecked',
    Effect: 'Allow',
    Action: [
      'bedrock:GetModelInvocationLoggingConfiguration',
      'bedrock:ListGuardrails',
      'sagemaker:DescribeEndpoint',
      'sagemaker:DescribeEndpointConfig',
      'sagemaker:DescribeModelCard',
      'sagemaker:DescribeModelPackage',
      'sagemaker:ListEndpoints',
      'sagemaker:ListModelCards',
      'sagemaker:ListModelPackageGroups',
      'sagemaker:ListModelPackages',
    ],
    Resource: '*',
  },
  {
    Sid: 'ReportToConfig',
    Effect: 'Allow',
    Action: ['config:GetComplianceDetailsByConfigRule', 'config:PutEvaluations'],
    Resource: '*',
  },
] as const;
