import { serviceControlPolicies } from '../../policy/service-control-policies';
import type { Statement } from '../../policy/statement';
import type { LandingZone } from '../../schema/landing-zone';
import { type Call, denies, deployer, statementsOf } from '../support/deny';
import { zoneOf } from '../support/zone';

const statements = (zone: LandingZone = zoneOf()): readonly Statement[] =>
  serviceControlPolicies(zone).flatMap(({ content }) => statementsOf(content));

/** The Sids that refuse a call, those of the Suspended OU aside. */
const deniedBy = (call: Call, zone?: LandingZone): readonly string[] =>
  statements(zone)
    .filter((statement) => statement.Sid !== 'Suspended' && denies(statement, call))
    .map(({ Sid }) => Sid);

/** What a statement is about: its own pattern matches itself. */
const concerned = ({ Resource, Condition }: Statement): Pick<Call, 'resource' | 'keys'> => ({
  resource: [Resource ?? []].flat()[0],
  keys: Condition?.['ForAnyValue:StringEquals'],
});

const profile = (geography: string) => ({
  'bedrock:InferenceProfileArn': `arn:aws:bedrock:eu-central-1:222233334444:inference-profile/${geography}.anthropic.claude-sonnet-4`,
});

describe('the deploy role', () => {
  it('is exempt from every statement but the ones that never concern it', () => {
    const exempt = ({ Condition }: Statement) =>
      JSON.stringify(Condition?.ArnNotLike) ===
      '{"aws:PrincipalArn":"arn:aws:iam::*:role/OrganizationAccountAccessRole"}';
    const others = statements().filter((statement) => !exempt(statement));
    expect(others.map(({ Sid }) => Sid)).toEqual(['LeaveOrganization', 'RootUser', 'InferenceOutsideRegions']);
  });

  it('may do what every statement keeps from other roles', () => {
    const outside = { region: 'ap-south-1' };
    for (const statement of statements()) {
      const [action = 's3:CreateBucket'] = [statement.Action ?? []].flat();
      const call = { action: action === '*' ? 's3:CreateBucket' : action, ...outside, ...concerned(statement) };
      if (['LeaveOrganization', 'RootUser', 'InferenceOutsideRegions'].includes(statement.Sid)) continue;
      expect({ [statement.Sid]: denies(statement, call) }).toEqual({ [statement.Sid]: true });
      expect({ [statement.Sid]: denies(statement, { ...call, principal: deployer }) }).toEqual({
        [statement.Sid]: false,
      });
    }
  });

  it('is the role that the settings name', () => {
    const zone = zoneOf({ settings: { deployRole: 'Terraform' } });
    const call = { action: 'config:StopConfigurationRecorder' };
    expect(deniedBy({ ...call, principal: 'arn:aws:iam::222233334444:role/Terraform' }, zone)).toEqual([]);
    expect(deniedBy({ ...call, principal: deployer }, zone)).toEqual(['Config']);
  });
});

describe('the region policy', () => {
  it('refuses a call outside the governed regions, and none inside them', () => {
    expect(deniedBy({ action: 'ec2:RunInstances', region: 'ap-south-1' })).toEqual(['OutsideRegions']);
    expect(deniedBy({ action: 'ec2:RunInstances', region: 'eu-west-1' })).toEqual([]);
  });

  it('leaves services alone whose endpoint is global', () => {
    const { regions: _, ...zone } = zoneOf();
    const euOnly = { ...zone, regions: ['eu-central-1'] };
    for (const action of [
      'iam:CreateRole',
      'sts:AssumeRole',
      'organizations:DescribeOrganization',
      'route53:ListHostedZones',
    ])
      expect(deniedBy({ action, region: 'us-east-1' }, euOnly)).toEqual([]);
  });

  const inference = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

  it.each(inference)('lets %s leave the regions through a profile of a geography that is allowed', (action) => {
    expect(deniedBy({ action, region: 'eu-north-1', keys: profile('eu') })).toEqual([]);
  });

  it.each(inference)('refuses %s outside the regions without a profile', (action) => {
    expect(deniedBy({ action, region: 'eu-north-1' })).toEqual(['InferenceOutsideRegions']);
  });

  it.each(inference)('refuses %s outside the regions through a profile of another geography', (action) => {
    expect(deniedBy({ action, region: 'us-west-2', keys: profile('us') })).toEqual(['InferenceOutsideRegions']);
  });

  it('refuses a batch of inference outside the regions, because AWS does not say which profile it goes through', () => {
    const call = { action: 'bedrock:CreateModelInvocationJob' };
    expect(deniedBy({ ...call, region: 'eu-north-1' })).toEqual(['InferenceOutsideRegions']);
    expect(deniedBy({ ...call, region: 'eu-west-1' })).toEqual([]);
  });

  it.each(inference)(
    'lets %s go through a global profile, which runs in no region that AWS names, where that is allowed',
    (action) => {
      const call = { action, region: 'unspecified', keys: profile('global') };
      expect(deniedBy(call, zoneOf({ settings: { bedrockGeographies: ['global'] } }))).toEqual([]);
      expect(deniedBy(call)).toEqual(['InferenceOutsideRegions']);
    },
  );

  it.each(inference)(
    'lets %s go through an application profile, which hides its geography, only where the settings say so',
    (action) => {
      const arn = 'arn:aws:bedrock:eu-central-1:222233334444:application-inference-profile/abcdefghijkl';
      const call = { action, region: 'eu-north-1', keys: { 'bedrock:InferenceProfileArn': arn } };
      expect(deniedBy(call)).toEqual(['InferenceOutsideRegions']);
      const settings = { bedrockGeographies: [], bedrockApplicationProfiles: true };
      expect(deniedBy(call, zoneOf({ settings }))).toEqual([]);
    },
  );

  it('denies a region again once it is retired', () => {
    const zone = zoneOf({ settings: { retiredRegions: ['ap-south-1'] } });
    expect(deniedBy({ action: 'ec2:RunInstances', region: 'ap-south-1' }, zone)).toEqual(['OutsideRegions']);
  });

  it('does not take one geography for another that begins like it', () => {
    const zone = zoneOf({ settings: { bedrockGeographies: ['us'] } });
    const call = { action: 'bedrock:InvokeModel', region: 'us-gov-west-1', keys: profile('us-gov') };
    expect(deniedBy(call, zone)).toEqual(['InferenceOutsideRegions']);
  });

  it('keeps inference in the regions where no geography is allowed', () => {
    const zone = zoneOf({ settings: { bedrockGeographies: [] } });
    const call = { action: 'bedrock:InvokeModel', keys: profile('eu') };
    expect(deniedBy({ ...call, region: 'eu-north-1' }, zone)).toEqual(['InferenceOutsideRegions']);
    expect(deniedBy({ ...call, region: 'eu-west-1' }, zone)).toEqual([]);
  });

  it('holds other calls of Bedrock in the regions, with a profile too', () => {
    const call = { action: 'bedrock:CreateGuardrail', region: 'eu-north-1', keys: profile('eu') };
    expect(deniedBy(call)).toEqual(['OutsideRegions']);
  });
});

describe('the organization policy', () => {
  const root = 'arn:aws:iam::222233334444:root';

  it('refuses the root user everything', () => {
    expect(deniedBy({ action: 's3:ListAllMyBuckets', principal: root })).toEqual(['RootUser']);
  });

  it('leaves root sessions alone that the management account grants for a task', () => {
    expect(deniedBy({ action: 's3:DeleteBucketPolicy', principal: root, keys: { 'aws:AssumedRoot': 'true' } })).toEqual(
      [],
    );
  });

  it('keeps every account in the organization, whoever asks', () => {
    expect(deniedBy({ action: 'organizations:LeaveOrganization', principal: deployer })).toEqual(['LeaveOrganization']);
  });
});

describe('the Suspended OU', () => {
  it('is the only target of the policy that refuses everything', () => {
    const everything = serviceControlPolicies(zoneOf()).filter(({ name }) => name === 'suspended');
    expect(everything.map(({ target }) => target)).toEqual(['Suspended']);
  });
});
