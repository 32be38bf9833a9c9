/** Types of policies in Organizations. Source: botocore 1.43, organizations, `PolicyType`, read 2026-11-27. */
export const organizationPolicyTypes = [
  'AISERVICES_OPT_OUT_POLICY',
  'BACKUP_POLICY',
  'BEDROCK_POLICY',
  'CHATBOT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'INSPECTOR_POLICY',
  'NETWORK_SECURITY_DIRECTOR_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'S3_POLICY',
  'SECURITYHUB_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
] as const;

/**
 * Types that AWS provider 5.100.0 refuses as a value, and disables where anybody else has enabled them, because what is enabled is read
 * and compared. Source: the types in the binary of 5.100.0; `resourceOrganizationRead` and `resourceOrganizationUpdate` of the provider.
 * That 6.25.0 takes `BEDROCK_POLICY` is read from its SDK.
 */
export const policyTypesSinceProvider6: readonly (typeof organizationPolicyTypes)[number][] = [
  'BEDROCK_POLICY',
  'INSPECTOR_POLICY',
  'NETWORK_SECURITY_DIRECTOR_POLICY',
  'S3_POLICY',
  'SECURITYHUB_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
];
