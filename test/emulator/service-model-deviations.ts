/** Where the emulated AWS follows AWS rather than AWS's model of itself, each with its reason. */
export const deviations: Readonly<Record<string, string>> = {
  'access-analyzer:ListArchiveRules ResourceNotFoundException is no error of it':
    'the model has no error for an analyzer that is not there; that of GetArchiveRule is assumed',
  'config:DescribeConfigRules .ConfigRules[].Source.CustomPolicyDetails.PolicyText is missing':
    'Config Developer Guide, GetCustomRulePolicy: only that operation shows the text',
  'guardduty:GetMasterAccount .Master is missing':
    'GuardDuty answers an account without administrator with an empty object; the provider takes it for not found',
  'guardduty:GetMembers .members[].Email is missing':
    'GuardDuty knows no address of a member of the organization; the provider reads it as absent',
  'guardduty:ListMembers .members[].Email is missing': 'as GetMembers',
  'securityhub:DisableSecurityHub InvalidInputException is no error of it':
    'seen: the provider retries this code with "Cannot disable Security Hub on the Security Hub administrator"',
};
