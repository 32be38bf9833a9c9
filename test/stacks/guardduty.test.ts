import {
  accountId,
  everyRegion,
  find,
  output,
  placeOf,
  reference,
  resource,
  resources,
  type Stack,
  smallZone,
  synth,
} from '../support/synth';
import { sampleSettings } from '../support/zone';

const zone = smallZone({ regions: everyRegion });
const stacks = synth(zone);
const security = find(stacks, 'security');
const detector = (region: string): string => reference(`aws_guardduty_detector.guardduty-${region}.id`);

const plans = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'RUNTIME_MONITORING',
  'LAMBDA_NETWORK_LOGS',
];
const agents = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'];

/** Status of each plan by its name, among the resources of one type and detector, each of which is in one place. */
function statuses(stack: Stack, type: string, detectorId: string, field: string, place: string) {
  const features = Object.values(resources(stack, type)).filter(({ detector_id }) => detector_id === detectorId);
  for (const feature of features) expect(placeOf(zone, stack, feature)).toBe(place);
  expect(features).toHaveLength(plans.length);
  return Object.fromEntries(features.map((feature) => [feature.name, feature[field]]));
}

/** Addresses of the plans of a detector. */
const planResources = (prefix: string, region: string): string[] =>
  plans.map((plan) => `aws_guardduty_detector_feature.${prefix}-${plan.toLowerCase().replaceAll('_', '-')}-${region}`);

describe.each(zone.regions)('GuardDuty in %s', (region) => {
  const delegation = resource(security, 'aws_guardduty_organization_admin_account', `guardduty-delegation-${region}`);
  const organization = resource(
    security,
    'aws_guardduty_organization_configuration',
    `guardduty-organization-${region}`,
  );

  test('runs in the security account and in the management account, which nobody else may enable', () => {
    for (const [name, account] of [
      [`guardduty-${region}`, 'security'],
      [`guardduty-management-${region}`, 'management'],
    ] as const) {
      const body = resource(security, 'aws_guardduty_detector', name);
      expect(body).toMatchObject({ enable: true, finding_publishing_frequency: 'FIFTEEN_MINUTES' });
      expect(placeOf(zone, security, body)).toBe(`${account}/${region}`);
    }
  });

  test('is delegated to the security account by the management account, once both have a detector', () => {
    expect(placeOf(zone, security, delegation)).toBe(`management/${region}`);
    expect(delegation.admin_account_id).toBe(accountId('security'));
    expect(delegation.depends_on).toEqual(
      expect.arrayContaining([
        ...planResources('guardduty', region),
        `aws_guardduty_detector.guardduty-management-${region}`,
      ]),
    );
  });

  test('is delegated in the home region first', () => {
    const home = `aws_guardduty_organization_admin_account.guardduty-delegation-${zone.homeRegion}`;
    expect(delegation.depends_on.includes(home)).toBe(region !== zone.homeRegion);
  });

  test('enables every account of the organization, those that join later too', () => {
    expect(organization).toMatchObject({
      detector_id: detector(region),
      auto_enable_organization_members: 'ALL',
      depends_on: [`aws_guardduty_organization_admin_account.guardduty-delegation-${region}`],
    });
  });

  test('has each plan on or explicitly off, in the security account, in the organization and in each member alike', () => {
    const choose = (yes: string, no: string) =>
      Object.fromEntries(plans.map((plan) => [plan, plan === 'RUNTIME_MONITORING' ? no : yes]));
    const here = `security/${region}`;
    const id = detector(region);
    expect(statuses(security, 'aws_guardduty_detector_feature', id, 'status', here)).toEqual(
      choose('ENABLED', 'DISABLED'),
    );
    expect(statuses(security, 'aws_guardduty_organization_configuration_feature', id, 'auto_enable', here)).toEqual(
      choose('ALL', 'NONE'),
    );
    for (const member of ['management', 'log-archive'])
      expect(
        statuses(
          find(stacks, `account-${member}`),
          'aws_guardduty_member_detector_feature',
          output('security', 'detector_ids', region),
          'status',
          here,
        ),
      ).toEqual(choose('ENABLED', 'DISABLED'));
  });

  test('leaves the detector of the management account to its administrator, which alone may change it', () => {
    const { lifecycle } = resource(security, 'aws_guardduty_detector', `guardduty-management-${region}`);
    expect(lifecycle.ignore_changes).toEqual(['enable', 'finding_publishing_frequency']);
    expect(security.json.removed).toEqual(
      expect.arrayContaining(
        planResources('guardduty-management', region).map((from) => ({ from, lifecycle: { destroy: false } })),
      ),
    );
  });

  test('only saves views of findings: a filter that archives would keep them from the export', () => {
    const filters = Object.values(resources(security, 'aws_guardduty_filter')).filter(
      ({ detector_id }) => detector_id === detector(region),
    );
    expect(filters.map(({ name, action }) => [name, action])).toEqual([
      ['ai-credentials', 'NOOP'],
      ['ai-model-use', 'NOOP'],
      ['ai-service-calls', 'NOOP'],
    ]);
    expect(filters.map(({ rank }) => rank).sort()).toEqual([1, 2, 3]);
  });

  test('makes each filter after the one that ranks before it, because ranks have no gaps', () => {
    const filters = Object.entries(resources(security, 'aws_guardduty_filter')).filter(
      ([, { detector_id }]) => detector_id === detector(region),
    );
    const ranked = filters.sort(([, { rank: one }], [, { rank: other }]) => one - other);
    const before = ranked.slice(0, -1).map(([name]) => [`aws_guardduty_filter.${name}`]);
    expect(ranked.map(([, { depends_on }]) => depends_on)).toEqual([undefined, ...before]);
  });

  test('exports findings to the log archive, under its key', () => {
    expect(resource(security, 'aws_guardduty_publishing_destination', `guardduty-export-${region}`)).toMatchObject({
      detector_id: detector(region),
      destination_arn: output('log-archive', 'findings_bucket_arn'),
      kms_key_arn: output('log-archive', 'findings_key_arn'),
    });
  });
});

describe('GuardDuty', () => {
  const guardDuty = { features: ['RUNTIME_MONITORING' as const], runtimeAgents: ['EC2_AGENT_MANAGEMENT' as const] };
  const changed = synth(smallZone({ services: { ...sampleSettings().services, guardDuty } }));
  const withAgents = find(changed, 'security');

  test('has each agent of runtime monitoring on or explicitly off', () => {
    const choose = (field: string, yes: string, no: string) =>
      agents.map((name) => ({ name, [field]: name === 'EC2_AGENT_MANAGEMENT' ? yes : no }));
    for (const [stack, type, detector] of [
      [withAgents, 'aws_guardduty_detector_feature', 'guardduty'],
      [find(changed, 'account-management'), 'aws_guardduty_member_detector_feature', 'guardduty-member'],
    ] as const)
      expect(resource(stack, type, `${detector}-runtime-monitoring-eu-central-1`)).toMatchObject({
        status: 'ENABLED',
        additional_configuration: choose('status', 'ENABLED', 'DISABLED'),
      });
    const members = resource(
      withAgents,
      'aws_guardduty_organization_configuration_feature',
      'guardduty-organization-runtime-monitoring-eu-central-1',
    );
    expect(members).toMatchObject({
      auto_enable: 'ALL',
      additional_configuration: choose('auto_enable', 'ALL', 'NONE'),
    });
  });

  test('publishes its detectors by region, for the accounts that become members', () => {
    expect(security.json.output.detector_ids.value).toEqual(
      Object.fromEntries(zone.regions.map((region) => [region, detector(region)])),
    );
  });

  test('never sets a plan by the deprecated blocks of the detector', () => {
    for (const type of ['aws_guardduty_detector', 'aws_guardduty_organization_configuration'])
      for (const body of Object.values(resources(security, type))) expect(body).not.toHaveProperty('datasources');
  });
});
