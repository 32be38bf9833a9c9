import { defineControl, judged, organizationIdMarker } from '../../schema/forms/control';
import { everyAccount } from '../where';

const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::training/AWSLogs/part-0001' };
const outside = '999988887777';
const inside = '222233334444';
const byService = (name: string, context: Record<string, string> = {}) => ({
  ...put,
  principal: `${name}.amazonaws.com`,
  context,
});

const examples = [
  {
    when: 'CloudTrail writes for an account of another organization',
    ...byService('cloudtrail', { 'aws:SourceAccount': outside, 'aws:SourceOrgID': 'o-somebodyelse' }),
    denied: true,
  },
  {
    when: 'CloudTrail writes for an account that is in no organization',
    ...byService('cloudtrail', { 'aws:SourceAccount': outside }),
    denied: true,
  },
  {
    when: 'CloudTrail writes for another account of the organization',
    ...byService('cloudtrail', { 'aws:SourceAccount': inside, 'aws:SourceOrgID': organizationIdMarker }),
    denied: false,
  },
  {
    when: 'Bedrock logs in its own account and does not send the organization',
    ...byService('bedrock', { 'aws:SourceAccount': inside, 'aws:ResourceAccount': inside }),
    denied: false,
  },
  {
    when: 'GuardDuty exports for the security account and does not send the organization',
    ...byService('guardduty', { 'aws:SourceAccount': inside }),
    denied: false,
  },
  { when: 'a service does not say for whom it acts', ...byService('elasticloadbalancing'), denied: false },
  { when: 'a role acts, not a service', ...put, denied: false },
];

export default defineControl(({ perimeter: { trustedAccounts } }) => ({
  id: 'data-perimeter-services',
  title: 'AWS services reach data for accounts of the organization only',
  why: 'A stranger could have CloudTrail, which our bucket policy trusts, write to our bucket or read from it.',
  fix: 'Let a service of an account of the organization do it; a partner goes into perimeter.trustedAccounts.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    // After aws-samples/data-perimeter-policy-examples, EnforceConfusedDeputyProtection. A service that does not send
    // aws:SourceAccount does not send aws:SourceOrgID either, and is left alone. So is sts: iam:PassRole ties a role to
    // its account.
    rcp: [
      {
        Action: ['aoss:*', 'dynamodb:*', 'ecr:*', 'kms:*', 'logs:*', 's3:*', 'secretsmanager:*', 'sqs:*'],
        Condition: {
          StringNotEqualsIfExists: {
            'aws:SourceOrgID': organizationIdMarker,
            // Within one account nobody is confused, whether or not the service sends the organization.
            // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM.
            'aws:SourceAccount': ['${aws:ResourceAccount}', ...trustedAccounts],
          },
          // They write to the log archive, whose own policies check their source, and may not send aws:SourceOrgID.
          StringNotLikeIfExists: { 'aws:PrincipalServiceName': ['config.*', 'guardduty.*', 'macie.*'] },
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      },
    ],
  },
  promises: [
    {
      that: 'No service writes to a bucket, reads an object or a secret for a stranger',
      by: 'rcp',
      deny: {
        Action: ['s3:GetObject', 's3:PutObject', 'secretsmanager:GetSecretValue'],
        Condition: {
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
          StringEquals: {
            'aws:PrincipalServiceName': ['cloudtrail.amazonaws.com', 'sagemaker.amazonaws.com'],
            'aws:SourceAccount': outside,
            'aws:SourceOrgID': 'o-somebodyelse',
          },
        },
      },
      assuming: [
        { that: 'the data is of another account', Condition: { StringNotEquals: { 'aws:ResourceAccount': outside } } },
      ],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-4', 'AC-6', 'SC-7']),
    judged('hipaa', ['164.312(a)(1)', '164.312(c)(1)']),
    judged('gdpr', ['Art. 28', 'Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.6']),
    judged('eu-ai-act', ['Art. 15(5)']),
  ],
  examples,
}));
