import type { LandingZoneSpec } from '../../schema/settings';
import { everyRegion, find, output, placeOf, reference, resource, resources, smallZone, synth } from '../support/synth';
import { sampleSettings } from '../support/zone';

const zone = smallZone({ regions: everyRegion });
const security = find(synth(zone), 'security');

/** The security stack of a small landing zone with these settings of its services. */
const securityWith = (services: Partial<LandingZoneSpec['services']>) =>
  find(synth(smallZone({ services: { ...sampleSettings().services, ...services } })), 'security');

describe('Access Analyzer', () => {
  const analyzers = (stack = security) => Object.values(resources(stack, 'aws_accessanalyzer_analyzer'));

  test('looks for access from outside the organization, in each region', () => {
    expect(analyzers()).toHaveLength(zone.regions.length);
    for (const analyzer of analyzers())
      expect(analyzer).toMatchObject({ analyzer_name: 'acme-ai-external-access', type: 'ORGANIZATION' });
  });

  test('looks for unused access once, and only when asked to, because it is billed by role', () => {
    const unused = analyzers(securityWith({ accessAnalyzer: { unusedAccessDays: 90 } })).filter(
      ({ type }) => type === 'ORGANIZATION_UNUSED_ACCESS',
    );
    expect(unused.map(({ configuration }) => configuration)).toEqual([{ unused_access: { unused_access_age: 90 } }]);
    expect(unused.map((analyzer) => placeOf(zone, security, analyzer))).toEqual(['security/eu-central-1']);
  });
});

describe('the service-linked role of Access Analyzer', () => {
  const type = 'aws_iam_service_linked_role';

  test('is there in the management account before any analyzer, because delegation does not make it', () => {
    const role = resource(security, type, 'access-analyzer-role');
    expect(role.aws_service_name).toBe('access-analyzer.amazonaws.com');
    expect(placeOf(zone, security, role)).toBe('management/eu-central-1');
    for (const analyzer of Object.values(resources(security, 'aws_accessanalyzer_analyzer')))
      expect(analyzer.depends_on).toEqual([`${type}.access-analyzer-role`]);
  });

  test('is not made where it exists', () => {
    expect(resources(securityWith({ accessAnalyzer: { serviceLinkedRole: 'exists' } }), type)).toEqual({});
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
