import type { SettingsSpec } from '../../schema/forms/settings';
import { reference, resource, resources, smallZone, synthOne } from '../support/synth';

const management = synthOne(smallZone(), 'management');
const organization = resource(management, 'aws_organizations_organization', 'organization');
const unit = (path: string): string => reference(`aws_organizations_organizational_unit.ou-${path}.id`);
const root = reference('aws_organizations_organization.organization.roots[0].id');
const security = reference('aws_organizations_account.account-security.id');

describe('the organization', () => {
  test('has all features and trusts exactly the services that act in every account', () => {
    expect(organization).toMatchObject({
      feature_set: 'ALL',
      aws_service_access_principals: [
        'access-analyzer.amazonaws.com',
        'account.amazonaws.com',
        'cloudtrail.amazonaws.com',
        'config-multiaccountsetup.amazonaws.com',
        'config.amazonaws.com',
        'guardduty.amazonaws.com',
        'iam.amazonaws.com',
        'macie.amazonaws.com',
        'malware-protection.guardduty.amazonaws.com',
        'securityhub.amazonaws.com',
      ],
    });
  });

  test('trusts and enables what the settings add, each once', () => {
    const trustedServices = ['sso.amazonaws.com', 'config.amazonaws.com'];
    const policyTypes = ['CHATBOT_POLICY', 'TAG_POLICY'] as const;
    const zone = smallZone({ organization: { trustedServices, policyTypes } });
    const more = resource(synthOne(zone, 'management'), 'aws_organizations_organization', 'organization');
    expect(more.aws_service_access_principals).toEqual(
      [...organization.aws_service_access_principals, 'sso.amazonaws.com'].sort(),
    );
    expect(more.enabled_policy_types).toEqual([...organization.enabled_policy_types, 'CHATBOT_POLICY'].sort());
  });

  test('has every type of policy switched on that the landing zone attaches', () => {
    const types = Object.values(resources(management, 'aws_organizations_policy')).map(({ type }) => type);
    expect(organization.enabled_policy_types).toEqual(expect.arrayContaining([...new Set(types)]));
  });

  test('is created where none is adopted, and imported by its id where one is', () => {
    const imports = (settings?: Partial<SettingsSpec>) => synthOne(smallZone(settings), 'management').json.import;
    const adopted = { to: 'aws_organizations_organization.organization', id: 'o-abcdefghij' };
    expect(imports({ organization: { adopt: 'o-abcdefghij' } })).toEqual([adopted]);
    expect(imports()).toBeUndefined();
  });

  test('has an OU for each path, each below its parent', () => {
    const units = resources(management, 'aws_organizations_organizational_unit');
    expect(Object.values(units).map(({ name, parent_id }) => [name, parent_id])).toEqual([
      ['Sandbox', root],
      ['Security', root],
      ['Suspended', root],
      ['Workloads', root],
      ['MachineLearning', unit('Workloads')],
      ['Production', unit('Workloads-MachineLearning')],
    ]);
  });
});

describe('root access', () => {
  test('is granted for a task by the management account, once IAM is trusted', () => {
    expect(resource(management, 'aws_iam_organizations_features', 'root-access')).toMatchObject({
      enabled_features: ['RootCredentialsManagement', 'RootSessions'],
      depends_on: ['aws_organizations_organization.organization'],
    });
  });
});

describe('delegations of the global services', () => {
  const delegations = resources(management, 'aws_organizations_delegated_administrator');
  const trail = resource(management, 'aws_cloudtrail_organization_delegated_admin_account', 'delegate-cloudtrail');

  test('make the security account the administrator of Access Analyzer and both halves of Config', () => {
    const pairs = Object.values(delegations).map(({ service_principal, account_id }) => [
      service_principal,
      account_id,
    ]);
    expect(pairs).toEqual([
      ['access-analyzer.amazonaws.com', security],
      ['config.amazonaws.com', security],
      ['config-multiaccountsetup.amazonaws.com', security],
    ]);
  });

  test('go through CloudTrail itself for CloudTrail, because Organizations makes no service-linked roles', () => {
    expect(trail.account_id).toBe(security);
  });

  test('come after the trusted access that they need', () => {
    for (const { depends_on } of [...Object.values(delegations), trail])
      expect(depends_on).toEqual(['aws_organizations_organization.organization']);
    for (const { service_principal } of Object.values(delegations))
      expect(organization.aws_service_access_principals).toContain(service_principal);
  });
});
