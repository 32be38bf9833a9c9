import type { SettingsSpec } from '../../schema/forms/settings';
import {
  accountId,
  everyRegion,
  output,
  placeOf,
  reference,
  resource,
  resources,
  smallZone,
  statements,
  synthOne,
} from '../support/synth';
import { sampleSettings } from '../support/zone';

const zone = smallZone({ regions: everyRegion });
const security = synthOne(zone, 'security');

/** The security stack of a small landing zone with these settings of its services. */
const securityWith = (services: Partial<SettingsSpec['services']>) =>
  synthOne(smallZone({ services: { ...sampleSettings().services, ...services } }), 'security');

describe('Access Analyzer', () => {
  const analyzers = (stack = security) => Object.values(resources(stack, 'aws_accessanalyzer_analyzer'));

  test('looks for access from outside the organization, in each region', () => {
    const external = analyzers().filter(({ type }) => type === 'ORGANIZATION');
    expect(external).toHaveLength(zone.regions.length);
    for (const analyzer of external) expect(analyzer.analyzer_name).toBe('acme-ai-external-access');
  });

  test('looks for unused access once, and only when asked to, because it is billed by role', () => {
    const unused = analyzers(securityWith({ accessAnalyzer: { unusedAccessDays: 90 } })).filter(
      ({ type }) => type === 'ORGANIZATION_UNUSED_ACCESS',
    );
    expect(unused.map(({ configuration }) => configuration)).toEqual([{ unused_access: { unused_access_age: 90 } }]);
    expect(unused.map((analyzer) => placeOf(zone, security, analyzer))).toEqual(['security/eu-central-1']);
  });
});

describe('the analyzer of the management account', () => {
  const type = 'aws_accessanalyzer_analyzer';

  test('is there before those of the organization, which need the role that it brings', () => {
    const { 'access-analyzer-management': own, ...others } = resources(security, type);
    expect(own).toMatchObject({ type: 'ACCOUNT' });
    expect(placeOf(zone, security, resource(security, type, 'access-analyzer-management'))).toBe(
      'management/eu-central-1',
    );
    for (const analyzer of Object.values(others))
      expect(analyzer.depends_on).toEqual([`${type}.access-analyzer-management`]);
  });

  test('is not made where there is one', () => {
    const stack = securityWith({ accessAnalyzer: { managementAnalyzer: false } });
    expect(Object.values(resources(stack, type)).map((analyzer) => analyzer.type)).toEqual(['ORGANIZATION']);
  });
});

describe('the Config aggregator', () => {
  test('collects every account and region, once its role may list the accounts', () => {
    expect(resource(security, 'aws_config_configuration_aggregator', 'config-aggregator')).toMatchObject({
      organization_aggregation_source: {
        all_regions: true,
        role_arn: reference('aws_iam_role.config-aggregator-role.arn'),
      },
      depends_on: ['aws_iam_role_policy_attachment.config-aggregator-role-managed'],
    });
    expect(resource(security, 'aws_iam_role_policy_attachment', 'config-aggregator-role-managed').policy_arn).toBe(
      'arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations',
    );
  });

  test('is collected for no other account, and also where Config does not say for which', () => {
    const { Service } = statements(resource(security, 'aws_iam_role', 'config-aggregator-role').assume_role_policy);
    expect(Service?.Principal).toEqual({ Service: 'config.amazonaws.com' });
    expect(Service?.Condition).toEqual({ StringEqualsIfExists: { 'aws:SourceAccount': accountId('security') } });
  });
});

describe('the organization trail', () => {
  test('records every account and region, validated and encrypted, into the log archive', () => {
    expect(resource(security, 'aws_cloudtrail', 'organization-trail')).toMatchObject({
      name: 'acme-ai-organization',
      is_organization_trail: true,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      s3_bucket_name: output('log-archive', 'trail_bucket'),
      kms_key_id: output('log-archive', 'trail_key_arn'),
    });
  });

  test('is not there where it is switched off', () => {
    expect(resources(securityWith({ cloudTrail: { organizationTrail: false } }), 'aws_cloudtrail')).toEqual({});
  });
});
