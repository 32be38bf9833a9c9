import { folders } from '../../../project/folders';
import { readFolder } from '../../../project/read-folder';
import { controlsDenying, evaluatorOf } from '../../support/proofs';
import { sampleAccounts, type ZoneChange, zoneOf } from '../../support/zone';

const regionDeny = 'organization-region-deny';
const controls = readFolder(folders.controls).files.filter(({ file }) => file.endsWith(`/${regionDeny}.ts`));

interface Call {
  readonly resource?: string;
  readonly profile?: string;
  readonly principal?: string;
}

/** Whether the region policy denies a call in a region. */
function regionTest(change: ZoneChange = {}) {
  const evaluator = evaluatorOf(zoneOf({ ...change, controls }));
  return (action: string, region: string, { resource, profile, principal }: Call = {}): boolean => {
    const context = { 'aws:RequestedRegion': region, ...(profile && { 'bedrock:InferenceProfileArn': profile }) };
    return controlsDenying(evaluator, { account: 'models', action, resource, principal, context }).length > 0;
  };
}

const denied = regionTest();
const deniedWith = (settings: ZoneChange['settings']) => regionTest({ settings });

const profileOf = (geography: string): string =>
  `arn:aws:bedrock:eu-central-1:222233334444:inference-profile/${geography}.anthropic.claude-sonnet-4`;
const applicationProfile = 'arn:aws:bedrock:eu-central-1:222233334444:application-inference-profile/abcdefghijkl';

describe('the region policy', () => {
  it('refuses a call outside the governed regions, and none inside them', () => {
    expect(denied('ec2:RunInstances', 'ap-south-1')).toBe(true);
    for (const region of zoneOf({ controls }).regions) expect(denied('ec2:RunInstances', region)).toBe(false);
  });

  it('denies a region again once it is retired', () => {
    const retired = deniedWith({ retiredRegions: ['ap-south-1'] });
    expect(retired('ec2:RunInstances', 'ap-south-1')).toBe(true);
  });

  it.each([
    'iam:CreateRole',
    'sts:AssumeRole',
    'organizations:DescribeOrganization',
    'route53:ListHostedZones',
    'support-console:GetBanner',
    'supportapp:ListSlackChannelConfigurations',
    'ecr-public:GetAuthorizationToken',
    'savingsplans:DescribeSavingsPlans',
    'bcm-data-exports:ListExports',
    'bcm-pricing-calculator:ListWorkloadEstimates',
    'compute-optimizer:GetEnrollmentStatus',
    'cost-optimization-hub:ListRecommendations',
    'consoleapp:ListDeviceIdentities',
    'signin:ListTrustedIdentityPropagationApplicationsForConsole',
    'sso-directory:DescribeUser',
    'cloudtrail:LookupEvents',
    's3:GetBucketLocation',
  ])('leaves %s alone, whose endpoint is global, where us-east-1 is not governed', (action) => {
    const accounts = sampleAccounts().filter(({ regions }) => !regions);
    const euOnly = regionTest({ settings: { regions: ['eu-central-1'] }, accounts });
    expect(euOnly(action, 'us-east-1')).toBe(false);
    expect(euOnly('ec2:RunInstances', 'us-east-1')).toBe(true);
  });

  it('binds the deploy role to the regions in inference only', () => {
    const principal = 'deployRole';
    expect(denied('ec2:RunInstances', 'ap-south-1', { principal })).toBe(false);
    expect(denied('bedrock:InvokeModel', 'ap-south-1', { principal })).toBe(true);
  });
});

describe.each(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'])('%s', (action) => {
  it('leaves the regions through a profile of a geography that is allowed', () => {
    expect(denied(action, 'eu-north-1', { profile: profileOf('eu') })).toBe(false);
  });

  it('does not leave them without a profile, nor through one of another geography', () => {
    expect(denied(action, 'eu-north-1')).toBe(true);
    expect(denied(action, 'us-west-2', { profile: profileOf('us') })).toBe(true);
  });

  it('goes through a global profile, which runs in no region that AWS names, only where that is allowed', () => {
    const global = { profile: profileOf('global') };
    expect(denied(action, 'unspecified', global)).toBe(true);
    expect(deniedWith({ bedrockGeographies: ['global'] })(action, 'unspecified', global)).toBe(false);
  });

  it('goes through an application profile, which hides its geography, only where the settings say so', () => {
    const hidden = { profile: applicationProfile };
    expect(denied(action, 'eu-north-1', hidden)).toBe(true);
    const settings = { bedrockGeographies: [], bedrockApplicationProfiles: true };
    expect(deniedWith(settings)(action, 'eu-north-1', hidden)).toBe(false);
  });

  it('stays in the regions where no geography is allowed, with a profile too', () => {
    const none = deniedWith({ bedrockGeographies: [] });
    expect(none(action, 'eu-north-1', { profile: profileOf('eu') })).toBe(true);
    expect(none(action, 'eu-west-1')).toBe(false);
  });

  it('does not take one geography for another that begins like it', () => {
    const american = deniedWith({ bedrockGeographies: ['us'] });
    expect(american(action, 'us-gov-west-1', { profile: profileOf('us-gov') })).toBe(true);
    expect(american(action, 'us-west-2', { profile: profileOf('us') })).toBe(false);
  });
});

describe('other calls of Bedrock', () => {
  it('stay in the regions, with a profile too', () => {
    expect(denied('bedrock:CreateGuardrail', 'eu-north-1', { profile: profileOf('eu') })).toBe(true);
  });

  it('that start a batch stay there, because AWS does not say which profile a batch goes through', () => {
    expect(denied('bedrock:CreateModelInvocationJob', 'eu-north-1', { profile: profileOf('eu') })).toBe(true);
    expect(denied('bedrock:CreateModelInvocationJob', 'eu-west-1')).toBe(false);
  });

  it('that apply a guardrail leave the regions through a profile of a geography that is allowed, and only so', () => {
    const filter = 'bedrock:ApplyGuardrail';
    const through = (geography: string) => ({
      resource: `arn:aws:bedrock:eu-north-1:222233334444:guardrail-profile/${geography}.guardrail.v1:0`,
    });
    expect(denied(filter, 'eu-north-1', through('eu'))).toBe(false);
    expect(denied(filter, 'us-west-2', through('us'))).toBe(true);
    expect(deniedWith({ bedrockGeographies: [] })(filter, 'eu-north-1', through('eu'))).toBe(true);
    expect(denied(filter, 'eu-north-1', { resource: 'arn:aws:bedrock:eu-north-1:222233334444:guardrail/g1' })).toBe(
      true,
    );
    expect(denied(filter, 'eu-west-1')).toBe(false);
  });
});
