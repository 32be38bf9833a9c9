import { requireStandards } from '../../emulator/services/securityhub/standards';
import { securityStandards } from '../../schema/facts/security-standards';
import {
  accountId,
  everyRegion,
  find,
  output,
  placeOf,
  reference,
  resource,
  resources,
  smallZone,
  synth,
  synthOne,
} from '../support/synth';
import { sampleSettings } from '../support/zone';

const zone = smallZone({ regions: everyRegion });
const stacks = synth(zone);
const security = find(stacks, 'security');
const compliance = find(stacks, 'compliance');

describe('Security Hub', () => {
  const aggregator = resource(security, 'aws_securityhub_finding_aggregator', 'securityhub-aggregator');

  test.each(zone.regions)('runs in %s in the security account and in the management account', (region) => {
    for (const [name, account] of [
      [`securityhub-${region}`, 'security'],
      [`securityhub-management-${region}`, 'management'],
    ] as const)
      expect(placeOf(zone, security, resource(security, 'aws_securityhub_account', name))).toBe(`${account}/${region}`);
  });

  test('runs without the standards that AWS switches on by itself', () => {
    for (const hub of Object.values(resources(security, 'aws_securityhub_account')))
      expect(hub).toMatchObject({ enable_default_standards: false, control_finding_generator: 'SECURITY_CONTROL' });
  });

  test.each(zone.regions)('is delegated in %s after it runs there, in the home region first', (region) => {
    const delegation = resource(
      security,
      'aws_securityhub_organization_admin_account',
      `securityhub-delegation-${region}`,
    );
    const home = `aws_securityhub_organization_admin_account.securityhub-delegation-${zone.homeRegion}`;
    expect(placeOf(zone, security, delegation)).toBe(`management/${region}`);
    expect(delegation).toMatchObject({
      admin_account_id: accountId('security'),
      depends_on: [
        `aws_securityhub_account.securityhub-${region}`,
        `aws_securityhub_account.securityhub-management-${region}`,
        ...(region === zone.homeRegion ? [] : [home]),
      ],
    });
  });

  test('sees the findings of the other regions in the home region', () => {
    expect(placeOf(zone, security, aggregator)).toBe('security/eu-central-1');
    expect(aggregator).toMatchObject({
      linking_mode: 'SPECIFIED_REGIONS',
      specified_regions: ['eu-west-1', 'us-east-1'],
    });
    expect(aggregator.depends_on).toHaveLength(3);
  });

  test('links no region where there is one only', () => {
    const alone = resource(
      synthOne(smallZone(), 'security'),
      'aws_securityhub_finding_aggregator',
      'securityhub-aggregator',
    );
    expect(alone.linking_mode).toBe('NO_REGIONS');
    expect(alone).not.toHaveProperty('specified_regions');
  });

  test('is configured centrally, with what central configuration takes over switched off', () => {
    expect(resource(security, 'aws_securityhub_organization_configuration', 'securityhub-organization')).toMatchObject({
      auto_enable: false,
      auto_enable_standards: 'NONE',
      organization_configuration: { configuration_type: 'CENTRAL' },
      depends_on: ['aws_securityhub_finding_aggregator.securityhub-aggregator'],
    });
  });

  test('has one policy with the standards, by the security account, on the root of the organization', () => {
    const policy = resource(compliance, 'aws_securityhub_configuration_policy', 'securityhub-policy');
    const association = resource(
      compliance,
      'aws_securityhub_configuration_policy_association',
      'securityhub-policy-root',
    );
    for (const body of [policy, association]) expect(placeOf(zone, compliance, body)).toBe('security/eu-central-1');
    expect(policy.configuration_policy).toMatchObject({
      service_enabled: true,
      enabled_standard_arns: [
        'arn:aws:securityhub:eu-central-1::standards/ai-security-best-practices/v/1.0.0',
        'arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0',
        'arn:aws:securityhub:eu-central-1::standards/nist-800-53/v/5.0.0',
      ],
    });
    expect(association).toMatchObject({
      target_id: output('management', 'root_id'),
      policy_id: reference('aws_securityhub_configuration_policy.securityhub-policy.id'),
      timeouts: { create: '30m', update: '30m' },
    });
  });

  test('takes every standard that central configuration knows, the oldest one by an ARN without a region', () => {
    const services = { ...sampleSettings().services, securityHub: { standards: [...securityStandards] } };
    const changed = find(synth(smallZone({ services })), 'compliance');
    const arns: readonly string[] = resource(changed, 'aws_securityhub_configuration_policy', 'securityhub-policy')
      .configuration_policy.enabled_standard_arns;
    expect(arns).toHaveLength(securityStandards.length);
    expect(arns).toContain('arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0');
    expect(arns).toContain('arn:aws:securityhub:eu-central-1::standards/cis-aws-foundations-benchmark/v/1.4.0');
    // The emulated AWS knows them from its own list.
    expect(() => requireStandards(arns, 'eu-central-1')).not.toThrow();
  });

  test('takes no standard of Control Tower, which Control Tower alone manages', () => {
    const standards = ['service-managed-aws-control-tower/v/1.0.0'] as never;
    const services = { ...sampleSettings().services, securityHub: { standards } };
    expect(() => smallZone({ services })).toThrow('services.securityHub.standards[0]');
  });

  test('runs every control of its standards, and takes recorders that have a role of their own', () => {
    const policy = resource(compliance, 'aws_securityhub_configuration_policy', 'securityhub-policy');
    expect(policy.configuration_policy.security_controls_configuration).toEqual({
      disabled_control_identifiers: [],
      security_control_custom_parameter: [
        {
          security_control_id: 'Config.1',
          parameter: [{ name: 'includeConfigServiceLinkedRoleCheck', value_type: 'CUSTOM', bool: { value: false } }],
        },
      ],
    });
  });

  test('switches single controls off in every account, those that a person gave a reason for', () => {
    const controlsWith = (...ids: string[]) => {
      const disabledControls = ids.map((id) => ({ id, reason: 'Nobody may reach it from outside' }));
      const services = { ...sampleSettings().services, securityHub: { disabledControls } };
      const changed = find(synth(smallZone({ services })), 'compliance');
      return resource(changed, 'aws_securityhub_configuration_policy', 'securityhub-policy').configuration_policy
        .security_controls_configuration;
    };
    expect(controlsWith('S3.13', 'EC2.10')).toMatchObject({ disabled_control_identifiers: ['EC2.10', 'S3.13'] });
    expect(controlsWith('Config.1')).toEqual({ disabled_control_identifiers: ['Config.1'] });
  });

  test('applies the policy once every account has its recorder, which the standards need', () => {
    const accounts = Object.keys(stacks).filter((name) => name.startsWith('account-'));
    expect(compliance.dependencies).toEqual(expect.arrayContaining(accounts));
  });

  test('keeps hubs and central configuration while it ends, and has no policy: AWS wants none when that stops', () => {
    const services = { ...sampleSettings().services, securityHub: { enabled: 'ending' as const } };
    const ending = synth(smallZone({ regions: everyRegion, services }));
    expect(find(ending, 'security').json).toEqual(security.json);
    const types = Object.keys(find(ending, 'compliance').json.resource);
    expect(types.filter((type) => type.startsWith('aws_securityhub'))).toEqual([]);
  });

  test('leaves nothing behind where it is switched off', () => {
    const settings = { services: { ...sampleSettings().services, securityHub: { enabled: false } } };
    for (const { json } of Object.values(synth(smallZone(settings)))) {
      const types = Object.keys(json.resource);
      expect(types.filter((type) => type.startsWith('aws_securityhub'))).toEqual([]);
    }
  });
});
