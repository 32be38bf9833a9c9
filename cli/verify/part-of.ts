/** Types of which AWS keeps nothing once another is gone: a key, which is looked for by its alias first, takes its alias with it. */
const parts: readonly { readonly part: RegExp; readonly whole: string }[] = [
  { part: /^aws_s3_bucket_/, whole: 'aws_s3_bucket' },
  { part: /^aws_guardduty_/, whole: 'aws_guardduty_detector' },
  { part: /^aws_iam_role_/, whole: 'aws_iam_role' },
  { part: /^aws_kms_alias$/, whole: 'aws_kms_key' },
  { part: /^aws_organizations_/, whole: 'aws_organizations_organization' },
  { part: /^aws_organizations_policy_attachment$/, whole: 'aws_organizations_policy' },
  { part: /^aws_bedrock_guardrail_version$/, whole: 'aws_bedrock_guardrail' },
  { part: /^aws_securityhub_configuration_policy_association$/, whole: 'aws_securityhub_configuration_policy' },
  // Its target is a root or an OU.
  { part: /^aws_securityhub_configuration_policy_association$/, whole: 'aws_organizations_organization' },
];

/** Whether things of a type are gone where what they are part of is: only then need nobody ask for them. */
export const isPartOf = (type: string, absent: string | undefined): boolean =>
  parts.some(({ part, whole }) => whole === absent && part.test(type));
