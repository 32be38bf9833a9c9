import { delegatedWorld, guardDutyWorld, MANAGEMENT, refusal } from '../../../support/guardduty';

async function withDetector(input = {}) {
  const { as, security, world } = await guardDutyWorld();
  const call = as(security);
  await call('CreateDetector', { enable: true, ...input });
  return { call, as, security, world };
}

interface Detector {
  readonly features?: readonly { readonly name: string; readonly status: string }[];
}

const statusOf = ({ features = [] }: Detector, name: string) =>
  features.find((feature) => feature.name === name)?.status;

test('refuses a second detector in the same account and region', async () => {
  const { call, as, security } = await withDetector();
  await expect(call('CreateDetector', { enable: true })).rejects.toEqual(
    refusal('The request is rejected because a detector already exists for the current account.'),
  );
  await expect(as(security, 'eu-west-1')('CreateDetector', { enable: true })).resolves.toHaveProperty('detectorId');
});

test.each([
  ['ListIPSets', { ipSetIds: [] }],
  ['ListThreatIntelSets', { threatIntelSetIds: [] }],
  ['ListThreatEntitySets', { threatEntitySetIds: [] }],
  ['ListTrustedEntitySets', { trustedEntitySetIds: [] }],
  ['ListCoverage', { resources: [] }],
  ['DescribeMalwareScans', { scans: [] }],
  ['GetFindings', { findings: [] }],
])('has nothing that %s would show, and no answer without a detector', async (operation, answer) => {
  const { call, as } = await withDetector();
  const { detectorIds } = await call('ListDetectors');
  const input = { detectorId: detectorIds[0] };
  await expect(call(operation, input)).resolves.toEqual(answer);
  await expect(as(MANAGEMENT)(operation, input)).rejects.toEqual(refusal('detectorId is not owned'));
});

test('refuses a detector id of another account', async () => {
  const { as, security } = await withDetector();
  const { detectorIds } = await as(security)('ListDetectors');
  await expect(as(MANAGEMENT)('GetDetector', { detectorId: detectorIds[0] })).rejects.toEqual(
    refusal('The request is rejected because the input detectorId is not owned by the current account.'),
  );
});

test('turns every protection plan on in a new detector but the runtime monitoring', async () => {
  const { call } = await withDetector();
  const detector = await call('GetDetector');
  expect(statusOf(detector, 'S3_DATA_EVENTS')).toBe('ENABLED');
  expect(statusOf(detector, 'CLOUD_TRAIL')).toBe('ENABLED');
  expect(statusOf(detector, 'RUNTIME_MONITORING')).toBe('DISABLED');
  expect(statusOf(detector, 'EKS_RUNTIME_MONITORING')).toBe('DISABLED');
});

test('merges updated features and their agents by name', async () => {
  const { call } = await withDetector();
  const agent = { name: 'EC2_AGENT_MANAGEMENT', status: 'ENABLED' };
  await call('UpdateDetector', { features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }] });
  await call('UpdateDetector', {
    features: [{ name: 'RUNTIME_MONITORING', status: 'ENABLED', additionalConfiguration: [agent] }],
  });
  const detector = await call('GetDetector');
  expect(statusOf(detector, 'S3_DATA_EVENTS')).toBe('DISABLED');
  expect(statusOf(detector, 'RDS_LOGIN_EVENTS')).toBe('ENABLED');
  expect(detector.dataSources.s3Logs).toEqual({ status: 'DISABLED' });
  expect(detector.features.at(-1).additionalConfiguration).toEqual([
    expect.objectContaining({ name: 'EKS_ADDON_MANAGEMENT', status: 'DISABLED' }),
    expect.objectContaining({ name: 'ECS_FARGATE_AGENT_MANAGEMENT', status: 'DISABLED' }),
    expect.objectContaining(agent),
  ]);
});

test('reads the deprecated data sources as the features they became', async () => {
  const { call } = await withDetector({
    dataSources: {
      s3Logs: { enable: false },
      kubernetes: { auditLogs: { enable: false } },
      malwareProtection: { scanEc2InstanceWithFindings: { ebsVolumes: false } },
    },
  });
  const detector = await call('GetDetector');
  const names = ['S3_DATA_EVENTS', 'EKS_AUDIT_LOGS', 'EBS_MALWARE_PROTECTION'];
  expect(names.map((name) => statusOf(detector, name))).toEqual(['DISABLED', 'DISABLED', 'DISABLED']);
});

test.each([
  ['an unknown feature', { features: [{ name: 'AI_PROTECTION', status: 'ENABLED' }] }],
  ['an unknown status', { features: [{ name: 'S3_DATA_EVENTS', status: 'ON' }] }],
  [
    'an agent of another feature',
    {
      features: [
        {
          name: 'EKS_RUNTIME_MONITORING',
          status: 'ENABLED',
          additionalConfiguration: [{ name: 'EC2_AGENT_MANAGEMENT', status: 'ENABLED' }],
        },
      ],
    },
  ],
  [
    'both kinds of runtime monitoring',
    {
      features: [
        { name: 'EKS_RUNTIME_MONITORING', status: 'ENABLED' },
        { name: 'RUNTIME_MONITORING', status: 'ENABLED' },
      ],
    },
  ],
  ['an unknown publishing frequency', { findingPublishingFrequency: 'DAILY' }],
  ['a tag in the namespace of AWS', { tags: { 'aws:owner': 'me' } }],
])('refuses %s and leaves no detector behind', async (_, input) => {
  const { as, security, leftovers } = await guardDutyWorld();
  await expect(as(security)('CreateDetector', { enable: true, ...input })).rejects.toEqual(
    refusal('an invalid or out-of-range value is specified'),
  );
  expect(leftovers()).toEqual([]);
});

test('refuses runtime monitoring where the older EKS one is on', async () => {
  const { call } = await withDetector({ features: [{ name: 'EKS_RUNTIME_MONITORING', status: 'ENABLED' }] });
  await expect(
    call('UpdateDetector', { features: [{ name: 'RUNTIME_MONITORING', status: 'ENABLED' }] }),
  ).rejects.toEqual(refusal('an invalid or out-of-range value is specified'));
});

test('notes when a detector and each of its features changed', async () => {
  const { call, world } = await withDetector();
  world.clock.set(new Date('2026-02-01T00:00:00Z'));
  await call('UpdateDetector', { features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }] });
  const [created, changed] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  await expect(call('GetDetector')).resolves.toMatchObject({
    createdAt: created,
    updatedAt: changed,
    features: expect.arrayContaining([
      expect.objectContaining({ name: 'CLOUD_TRAIL', updatedAt: Date.parse(created) / 1000 }),
      expect.objectContaining({ name: 'S3_DATA_EVENTS', updatedAt: Date.parse(changed) / 1000 }),
      expect.objectContaining({ name: 'RDS_LOGIN_EVENTS', updatedAt: Date.parse(created) / 1000 }),
    ]),
  });
});

test('keeps the tags of a detector', async () => {
  const { call, security } = await withDetector({ tags: { owner: 'a', purpose: 'b' } });
  const { detectorIds } = await call('ListDetectors');
  const resourceArn = `arn:aws:guardduty:us-east-1:${security}:detector/${detectorIds[0]}`;
  await call('TagResource', { resourceArn, tags: { owner: 'c' } });
  await call('UntagResource', { resourceArn, tagKeys: ['purpose'] });
  await expect(call('ListTagsForResource', { resourceArn })).resolves.toEqual({ tags: { owner: 'c' } });
  await expect(call('TagResource', { resourceArn: `${resourceArn}/filter/none`, tags: {} })).rejects.toEqual(
    refusal('no such resource'),
  );
});

describe('with a member account', () => {
  async function withMember() {
    const delegated = await delegatedWorld();
    const accountDetails = [{ accountId: delegated.member, email: 'member@example.com' }];
    await delegated.as(delegated.security)('CreateMembers', { accountDetails });
    return delegated;
  }

  test('refuses to delete or disable the detector of an administrator', async () => {
    const { as, security } = await withMember();
    await expect(as(security)('DeleteDetector')).rejects.toEqual(
      refusal('the current account cannot delete detector while it has invited or associated members.'),
    );
    await expect(as(security)('UpdateDetector', { enable: false })).rejects.toEqual(refusal('cannot disable detector'));
  });

  test.each([
    ['DeleteDetector', {}],
    ['UpdateDetector', { enable: false }],
    ['UpdateDetector', { findingPublishingFrequency: 'ONE_HOUR' }],
    ['UpdateDetector', { features: [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }] }],
  ])('refuses %s by a member of the organization: %j', async (operation, input) => {
    const { as, member } = await withMember();
    await expect(as(member)(operation, input)).rejects.toEqual(
      refusal('member accounts cannot manage specified resources or properties.'),
    );
  });

  test('hands the publishing frequency of the administrator down', async () => {
    const { as, security, member } = await withMember();
    await as(security)('UpdateDetector', { findingPublishingFrequency: 'FIFTEEN_MINUTES' });
    await expect(as(member)('GetDetector')).resolves.toHaveProperty('findingPublishingFrequency', 'FIFTEEN_MINUTES');
  });

  test('forgets the detector of an account that is closed', async () => {
    const { world, member, leftovers } = await withMember();
    expect(leftovers(member)).toHaveLength(1);
    await world.organizations('CloseAccount', { AccountId: member });
    expect(leftovers(member)).toEqual([]);
  });
});
