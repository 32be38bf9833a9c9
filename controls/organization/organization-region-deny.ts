import { defineControl, judged } from '../../schema/forms/control';
import type { Settings } from '../../schema/forms/settings';
import { everyAccount } from '../where';

const invoke = 'bedrock:InvokeModel';
const invocations = [invoke, 'bedrock:InvokeModelWithResponseStream'];
const batch = 'bedrock:CreateModelInvocationJob';
const filter = 'bedrock:ApplyGuardrail';
const launch = 'ec2:RunInstances';

/** Services whose endpoints are global or in us-east-1 only. After aws-samples/service-control-policy-examples. */
const globalServices = [
  'a4b:*',
  'account:*',
  'acm:*',
  'artifact:*',
  'aws-marketplace-management:*',
  'aws-marketplace:*',
  'aws-portal:*',
  'billing:*',
  'bcm-data-exports:*',
  'bcm-pricing-calculator:*',
  'billingconductor:*',
  'budgets:*',
  'ce:*',
  'chatbot:*',
  'cloudfront:*',
  'cloudtrail:LookupEvents',
  'compute-optimizer:*',
  'consoleapp:*',
  'consolidatedbilling:*',
  'cost-optimization-hub:*',
  'cur:*',
  'datapipeline:GetAccountLimits',
  'directconnect:*',
  'ec2:DescribeRegions',
  'ec2:DescribeTransitGateways',
  'ec2:DescribeVpnGateways',
  // To pull public images; what makes a repository of one's own stays denied.
  'ecr-public:BatchCheckLayerAvailability',
  'ecr-public:Describe*',
  'ecr-public:Get*',
  'fms:*',
  'freetier:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'importexport:*',
  'invoicing:*',
  'kms:*',
  'mobileanalytics:*',
  'networkmanager:*',
  'notifications:*',
  'notifications-contacts:*',
  'organizations:*',
  'payments:*',
  'pricing:*',
  'resource-explorer-2:*',
  'route53-recovery-cluster:*',
  'route53-recovery-control-config:*',
  'route53-recovery-readiness:*',
  'route53:*',
  'route53domains:*',
  's3:CreateMultiRegionAccessPoint',
  's3:DeleteMultiRegionAccessPoint',
  's3:GetAccountPublic*',
  's3:GetBucketLocation',
  's3:GetMultiRegionAccessPoint*',
  's3:ListAllMyBuckets',
  's3:ListMultiRegionAccessPoints',
  's3:PutAccountPublic*',
  'savingsplans:*',
  'shield:*',
  'signin:*',
  'sso-directory:*',
  'sso:*',
  'sts:*',
  'support-console:*',
  'support:*',
  'supportapp:*',
  'supportplans:*',
  'sustainability:*',
  'tag:GetResources',
  'tax:*',
  'trustedadvisor:*',
  'vendor-insights:ListEntitledSecurityProfiles',
  'waf-regional:*',
  'waf:*',
  'wafv2:*',
  'wellarchitected:*',
];

const profileKey = 'bedrock:InferenceProfileArn';

/** A request in a region of the opt-in kind, which no landing zone governs; with the profile that it goes through, if any. */
const outside = (profile?: string) => ({
  'aws:RequestedRegion': 'me-central-1',
  ...(profile && { [profileKey]: `arn:aws:bedrock:eu-central-1:111122223333:${profile}` }),
});

/**
 * A geographic profile runs a model, or a guardrail, in regions that are denied to everything else. So both are taken out of the
 * first statement, and the others allow them outside the regions through a profile only.
 */
export default defineControl((settings) => {
  const { regions, deployRole, bedrockGeographies, bedrockApplicationProfiles } = settings;
  const ungoverned = { StringNotEquals: { 'aws:RequestedRegion': regions } };
  const profiles = [
    ...bedrockGeographies.map((geography) => `arn:aws:bedrock:*:*:inference-profile/${geography}.*`),
    ...(bedrockApplicationProfiles ? ['arn:aws:bedrock:*:*:application-inference-profile/*'] : []),
  ];
  const filters = bedrockGeographies.map((geography) => `arn:aws:bedrock:*:*:guardrail-profile/${geography}.*`);
  return {
    id: 'organization-region-deny',
    title: 'Nothing runs outside the governed regions, except inference through the profiles of allowed geographies',
    why: 'Data that is processed elsewhere falls under another law, and no trail, recorder or detector of ours sees it.',
    fix: 'Work in a governed region, or add the region, or the geography, to accounts/landing-zone.ts.',
    severity: 'critical',
    where: everyAccount,
    prevent: {
      scp: [
        {
          NotAction: [...globalServices, ...invocations, batch, filter],
          // Written here and not as `exempt`, which would let the deploy role past the other statements too.
          Condition: { ...ungoverned, ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } },
        },
        {
          Action: invocations,
          Condition: { ...ungoverned, ...(profiles.length > 0 && { ArnNotLikeIfExists: { [profileKey]: profiles } }) },
        },
        // AWS does not say which profile a batch goes through.
        { Action: batch, Condition: ungoverned },
        // A guardrail may work in other regions of its profile's geography: AWS asks for the profile there (Bedrock User
        // Guide, guardrail-profiles-permissions).
        { Action: filter, ...(filters.length > 0 && { NotResource: filters }), Condition: ungoverned },
      ],
    },
    promises: [
      {
        that: 'Nobody but the deploy role works outside the governed regions with what holds data or runs code',
        deny: {
          Action: [
            'bedrock:Create*',
            'dynamodb:*',
            'ec2:RunInstances',
            'glue:*',
            'lambda:*',
            's3:GetObject',
            's3:PutObject',
            'sagemaker:*',
          ],
          Condition: ungoverned,
        },
        assuming: [
          {
            that: 'the principal is not the deploy role',
            Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } },
          },
        ],
      },
      {
        that: 'Nobody at all calls a model outside them without naming an inference profile, nor runs a batch there',
        deny: { Action: [...invocations, batch], Condition: { ...ungoverned, Null: { [profileKey]: 'true' } } },
      },
    ],
    satisfies: [
      judged('nist-800-53-r5', ['AC-4', 'SA-9(5)']),
      judged('gdpr', ['Art. 44', 'Art. 45', 'Art. 46']),
      judged('soc-2', ['CC6.1']),
      judged('iso-42001', ['A.4.5']),
      judged('nist-ai-rmf', ['GOVERN 1.1']),
    ],
    examples: examplesOf(settings),
  };
});

const invoked = (when: string, profile: string | undefined, denied: boolean) => ({
  when,
  action: invoke,
  context: outside(profile),
  denied,
});

const examplesOf = ({ bedrockGeographies, bedrockApplicationProfiles }: Settings) => [
  { when: 'an instance starts elsewhere', action: launch, context: outside(), denied: true },
  { when: 'an instance starts in the home region', action: launch, denied: false },
  { when: 'the landing zone acts', action: launch, principal: 'deployRole', context: outside(), denied: false },
  { when: 'the endpoint is global', action: 'iam:CreateRole', context: outside(), denied: false },
  invoked('a model is called elsewhere without a profile', undefined, true),
  { ...invoked('the deploy role calls one', undefined, true), principal: 'deployRole' },
  ...bedrockGeographies.map((geography) =>
    invoked(`the profile is of the geography ${geography}`, `inference-profile/${geography}.amazon.nova-pro`, false),
  ),
  invoked('its geography only begins like one that may be allowed', 'inference-profile/us-gov.amazon.nova-pro', true),
  invoked('it hides its geography', 'application-inference-profile/abcdefghijkl', !bedrockApplicationProfiles),
  { when: 'a batch runs elsewhere', action: batch, context: outside(), denied: true },
  ...bedrockGeographies.map((geography) => ({
    when: `a guardrail works elsewhere through the profile of ${geography}`,
    action: filter,
    resource: `arn:aws:bedrock:me-central-1:111122223333:guardrail-profile/${geography}.guardrail.v1:0`,
    context: outside(),
    denied: false,
  })),
  {
    when: 'a guardrail that is elsewhere is applied',
    action: filter,
    resource: 'arn:aws:bedrock:me-central-1:111122223333:guardrail/a1b2c3d4e5f6',
    context: outside(),
    denied: true,
  },
  { when: 'a guardrail is made elsewhere', action: 'bedrock:CreateGuardrail', context: outside(), denied: true },
];
