import type { LandingZone } from '../../schema/landing-zone';
import type { Statement } from '../statement';
import { butDeployRole } from './deploy-role';

const inference = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream', 'bedrock:CreateModelInvocationJob'];

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
  'billingconductor:*',
  'budgets:*',
  'ce:*',
  'chatbot:*',
  'cloudfront:*',
  'consolidatedbilling:*',
  'cur:*',
  'datapipeline:GetAccountLimits',
  'directconnect:*',
  'ec2:DescribeRegions',
  'ec2:DescribeTransitGateways',
  'ec2:DescribeVpnGateways',
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
  's3:GetMultiRegionAccessPoint*',
  's3:ListAllMyBuckets',
  's3:ListMultiRegionAccessPoints',
  's3:PutAccountPublic*',
  'shield:*',
  'sso:*',
  'sts:*',
  'support:*',
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

/**
 * Two statements, because a geographic inference profile runs the model in regions that are denied to everything else:
 * inference is taken out of the first, and allowed outside the regions by the second through a profile only.
 */
export function regionStatements(zone: LandingZone): readonly Statement[] {
  const outside = { StringNotEquals: { 'aws:RequestedRegion': zone.regions } };
  const profiles = [
    ...zone.bedrockGeographies.map((geography) => `arn:aws:bedrock:*:*:inference-profile/${geography}.*`),
    ...(zone.bedrockApplicationProfiles ? ['arn:aws:bedrock:*:*:application-inference-profile/*'] : []),
  ];
  return [
    {
      Sid: 'OutsideRegions',
      Effect: 'Deny',
      NotAction: [...globalServices, ...inference],
      Resource: '*',
      Condition: { ...outside, ...butDeployRole(zone) },
    },
    {
      Sid: 'InferenceOutsideRegions',
      Effect: 'Deny',
      Action: inference,
      Resource: '*',
      Condition:
        profiles.length > 0 ? { ...outside, ArnNotLikeIfExists: { 'bedrock:InferenceProfileArn': profiles } } : outside,
    },
  ];
}
