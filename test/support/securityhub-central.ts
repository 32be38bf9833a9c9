import { securityhub } from '../../emulator/services/securityhub';
import type { Json } from '../../emulator/toolkit/untyped';
import { callOf, fakeWorld, MANAGEMENT } from './world';

export const FSBP = 'arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0';
export const CIS = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0';

/** A configuration policy that enables Security Hub with two standards. */
export const POLICY = {
  Name: 'baseline',
  ConfigurationPolicy: {
    SecurityHub: {
      ServiceEnabled: true,
      EnabledStandardIdentifiers: [FSBP, CIS],
      SecurityControlsConfiguration: { DisabledSecurityControlIdentifiers: [] },
    },
  },
};

export const INVALID = { code: 'InvalidInputException', status: 400 };
export const DENIED = { code: 'AccessDeniedException', status: 403 };
export const NOT_FOUND = { code: 'ResourceNotFoundException', status: 404 };

/** An organization that is configured centrally from us-east-1, with eu-west-1 linked. */
export async function centralWorld({ managementHub = true, closureElapsed = true } = {}) {
  const world = fakeWorld({ settings: { closureElapsed } });
  const service = securityhub(world);
  const call = callOf(service);
  const security = await world.vend('security');
  const member = await world.vend('ml');
  const rootId = world.organization.find()?.rootId ?? '';
  const admin = (operation: string, input: Json = {}, region = 'us-east-1') => call(operation, input, security, region);
  const configure = (ConfigurationType: string) =>
    admin('UpdateOrganizationConfiguration', {
      AutoEnable: false,
      AutoEnableStandards: 'NONE',
      OrganizationConfiguration: { ConfigurationType },
    });
  const apply = async (Target: Json, policy: Json = POLICY): Promise<string> => {
    const { Id: ConfigurationPolicyIdentifier } = await admin('CreateConfigurationPolicy', policy);
    await admin('StartConfigurationPolicyAssociation', { ConfigurationPolicyIdentifier, Target });
    return ConfigurationPolicyIdentifier;
  };
  const standards = async (account: string, region = 'us-east-1') =>
    (await call('GetEnabledStandards', {}, account, region)).StandardsSubscriptions.map(
      ({ StandardsArn }: Json) => StandardsArn,
    );
  await world.organizations('EnableAWSServiceAccess', { ServicePrincipal: 'securityhub.amazonaws.com' });
  for (const region of managementHub ? ['us-east-1', 'eu-west-1'] : []) {
    await call('EnableSecurityHub', {}, MANAGEMENT, region);
  }
  await call('EnableOrganizationAdminAccount', { AdminAccountId: security });
  const { FindingAggregatorArn } = await admin('CreateFindingAggregator', {
    RegionLinkingMode: 'SPECIFIED_REGIONS',
    Regions: ['eu-west-1'],
  });
  await configure('CENTRAL');
  return { world, service, call, security, member, rootId, admin, configure, apply, standards, FindingAggregatorArn };
}
