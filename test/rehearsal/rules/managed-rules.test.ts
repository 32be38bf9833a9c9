import { managedJudges } from '../../../rehearsal/rules/managed';
import type { Place } from '../../../rehearsal/rules/place';
import { type Answers, serviceError } from '../../lambda/fake-clients';
import { answeringPlace } from './answering-place';

/** The faults that a rule finds in a place, by resource; undefined where a resource passes. */
async function faults(code: string, where: Answers | Place, parameters: Readonly<Record<string, string>> = {}) {
  const place = 'ask' in where ? (where as Place) : answeringPlace(where as Answers);
  const findings = (await managedJudges[code]?.(place, parameters)) ?? [];
  return Object.fromEntries(findings.map(({ resource, fault }) => [resource, fault]));
}

const policy = (...Statement: readonly object[]): string => JSON.stringify({ Statement });

describe('rules about buckets', () => {
  const tlsOnly = { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
  const four = {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  };
  const kms = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } };
  const hardened: Answers = {
    ListBuckets: () => ({ Buckets: [{ Name: 'data' }, { Name: 'elsewhere' }] }),
    GetBucketLocation: ({ Bucket }) => ({ LocationConstraint: Bucket === 'data' ? 'eu-central-1' : undefined }),
    GetBucketTagging: () => ({ TagSet: [{ Key: 'data-classification', Value: 'internal' }] }),
    GetPublicAccessBlock: () => ({ PublicAccessBlockConfiguration: four }),
    GetBucketEncryption: () => ({ ServerSideEncryptionConfiguration: { Rules: [kms] } }),
    GetBucketPolicy: () => ({ Policy: policy(tlsOnly) }),
    GetBucketVersioning: () => ({ Status: 'Enabled' }),
    GetBucketLogging: () => ({ LoggingEnabled: { TargetBucket: 'logs' } }),
    GetObjectLockConfiguration: () => ({ ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 1 } } } }),
    GetBucketLifecycleConfiguration: () => ({ Rules: [{ Status: 'Enabled' }] }),
  };
  const missing = (name: string) => () => serviceError(name);
  const bare: Answers = {
    ...hardened,
    GetBucketTagging: missing('NoSuchTagSet'),
    GetPublicAccessBlock: missing('NoSuchPublicAccessBlockConfiguration'),
    GetBucketEncryption: missing('ServerSideEncryptionConfigurationNotFoundError'),
    GetBucketPolicy: missing('NoSuchBucketPolicy'),
    GetBucketVersioning: () => ({}),
    GetBucketLogging: () => ({}),
    GetObjectLockConfiguration: missing('ObjectLockConfigurationNotFoundError'),
    GetBucketLifecycleConfiguration: missing('NoSuchLifecycleConfiguration'),
  };
  const classes = { tag1Key: 'data-classification', tag1Value: 'public, internal' };
  const codes = Object.keys(managedJudges).filter((code) => /^(S3_|REQUIRED_TAGS)/.test(code));

  it.each(codes)(
    'pass a hardened bucket by %s, report a bare one, and leave those of other regions alone',
    async (code) => {
      expect(await faults(code, hardened, classes)).toEqual({ data: undefined });
      expect(await faults(code, bare, classes)).toEqual({ data: expect.any(String) });
    },
  );

  it('ask the account once, however many rules look', async () => {
    let lists = 0;
    const place = answeringPlace({
      ...hardened,
      ListBuckets: () => {
        lists += 1;
        return { Buckets: [] };
      },
    });
    for (const code of codes) expect(await faults(code, place)).toEqual({});
    expect(lists).toBe(1);
  });

  it.each<[string, Answers, string]>([
    [
      'REQUIRED_TAGS',
      { GetBucketTagging: () => ({ TagSet: [{ Key: 'data-classification', Value: 'secret' }] }) },
      "is 'secret'",
    ],
    [
      'S3_DEFAULT_ENCRYPTION_KMS',
      {
        GetBucketEncryption: () => ({
          ServerSideEncryptionConfiguration: {
            Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
        }),
      },
      'AES256',
    ],
    [
      'S3_BUCKET_PUBLIC_READ_PROHIBITED',
      { GetPublicAccessBlock: () => ({ PublicAccessBlockConfiguration: { ...four, RestrictPublicBuckets: false } }) },
      'all four ways',
    ],
    [
      'S3_BUCKET_SSL_REQUESTS_ONLY',
      { GetBucketPolicy: () => ({ Policy: policy({ ...tlsOnly, Effect: 'Allow' }) }) },
      'plain HTTP',
    ],
    [
      'S3_LIFECYCLE_POLICY_CHECK',
      { GetBucketLifecycleConfiguration: () => ({ Rules: [{ Status: 'Disabled' }] }) },
      'active',
    ],
  ])('report by %s what is nearly right', async (code, answers, fault) => {
    expect(await faults(code, { ...hardened, ...answers }, classes)).toEqual({ data: expect.stringContaining(fault) });
  });

  it('let an error that means something else through: a rule passes nothing that it could not ask', async () => {
    const refused = { ...hardened, GetBucketPolicy: missing('AccessDenied') };
    await expect(faults('S3_BUCKET_SSL_REQUESTS_ONLY', refused)).rejects.toThrow('AccessDenied');
  });
});

describe('rules about keys', () => {
  const key = (Statement: object, more: object = {}, rotates = true): Answers => ({
    ListKeys: () => ({ Keys: [{ KeyId: 'own' }, { KeyId: 'of-aws' }] }),
    DescribeKey: ({ KeyId }) => ({
      KeyMetadata: { KeyId, KeyManager: KeyId === 'own' ? 'CUSTOMER' : 'AWS', KeyState: 'Enabled', ...more },
    }),
    GetKeyRotationStatus: () => ({ KeyRotationEnabled: rotates }),
    GetKeyPolicy: () => ({ Policy: policy(Statement) }),
  });
  const everybody = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt' };
  const among = (condition: string, value: string) => ({
    ...everybody,
    Condition: { StringLike: { [condition]: value } },
  });

  it('look at keys of customers: whether they rotate, and whether they stay', async () => {
    const code = 'CMK_BACKING_KEY_ROTATION_ENABLED';
    expect(await faults(code, key(everybody))).toEqual({ own: undefined });
    expect(await faults(code, key(everybody, {}, false))).toEqual({ own: 'it does not rotate' });
    const leaving = key(everybody, { KeyState: 'PendingDeletion' });
    expect(await faults('KMS_CMK_NOT_SCHEDULED_FOR_DELETION', leaving)).toEqual({ own: 'it is about to be deleted' });
  });

  it.each([
    ['everybody', everybody, false],
    ['everybody in any organization', among('aws:PrincipalOrgID', '*'), false],
    ['everybody whose request comes by a service', among('kms:ViaService', 's3.eu-central-1.amazonaws.com'), false],
    ['everybody in one organization', among('aws:PrincipalOrgID', 'o-1234567890'), true],
    ['one account', { ...everybody, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, true],
    ['nobody', { ...everybody, Effect: 'Deny' }, true],
  ])('tell whether a policy lets in %s', async (_whom, statement, passes) => {
    const found = await faults('KMS_KEY_POLICY_NO_PUBLIC_ACCESS', key(statement));
    expect(found.own === undefined).toBe(passes);
  });
});

describe('rules about trails', () => {
  const trail = {
    TrailARN: 'arn:trail',
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    LogFileValidationEnabled: true,
    KmsKeyId: 'arn:key',
  };
  const recording = (more: object = {}, IsLogging = true): Answers => ({
    DescribeTrails: () => ({ trailList: [{ ...trail, ...more }] }),
    GetTrailStatus: () => ({ IsLogging }),
    GetEventSelectors: () => ({ EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'All' }] }),
  });
  const codes = ['CLOUD_TRAIL_ENABLED', 'CLOUDTRAIL_SECURITY_TRAIL_ENABLED', 'MULTI_REGION_CLOUD_TRAIL_ENABLED'];

  it.each(codes)('want by %s one that records', async (code) => {
    expect(await faults(code, recording())).toEqual({ '111122223333': undefined });
    expect(await faults(code, recording({}, false))).toEqual({ '111122223333': expect.any(String) });
  });

  it('want management events of every kind, by whatever selectors', async () => {
    const code = 'MULTI_REGION_CLOUD_TRAIL_ENABLED';
    const selected = (selectors: object) => faults(code, { ...recording(), GetEventSelectors: () => selectors });
    const management = { Field: 'eventCategory', Equals: ['Management'] };
    const advanced = (...FieldSelectors: object[]) => ({ AdvancedEventSelectors: [{ FieldSelectors }] });
    expect(await selected(advanced(management))).toEqual({ '111122223333': undefined });
    for (const less of [
      advanced(management, { Field: 'readOnly', Equals: ['false'] }),
      advanced({ Field: 'eventCategory', Equals: ['Data'] }),
      { EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'WriteOnly' }] },
    ])
      expect(await selected(less)).toEqual({ '111122223333': expect.any(String) });
  });

  it('want each trail encrypted and validated', async () => {
    const plain = recording({ KmsKeyId: undefined, LogFileValidationEnabled: false });
    for (const code of ['CLOUD_TRAIL_ENCRYPTION_ENABLED', 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED']) {
      expect(await faults(code, recording())).toEqual({ 'arn:trail': undefined });
      expect(await faults(code, plain)).toEqual({ 'arn:trail': expect.any(String) });
    }
  });
});

describe('rules about networks and machines', () => {
  const open = (ports: object = {}, range: object = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] }): Answers => ({
    DescribeSecurityGroups: () => ({
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'default', IpPermissions: [{ ...ports, ...range }] }],
    }),
  });

  it.each([
    ['every port', open(), false],
    ['a range around it', open({ FromPort: 20, ToPort: 30 }), false],
    ['another port', open({ FromPort: 443, ToPort: 443 }), true],
    [
      'the port, to the whole of IPv6',
      open({ FromPort: 22, ToPort: 22 }, { Ipv6Ranges: [{ CidrIpv6: '::/0' }] }),
      false,
    ],
    ['the port, to one network', open({ FromPort: 22, ToPort: 22 }, { IpRanges: [{ CidrIp: '10.0.0.0/8' }] }), true],
  ])('tell whether a group opens a restricted port where it opens %s', async (_what, answers, passes) => {
    const found = await faults('VPC_SG_PORT_RESTRICTION_CHECK', answers, { restrictPorts: '22,3389' });
    expect(found['sg-1'] === undefined).toBe(passes);
  });

  it('report a default group with a rule, a subnet that gives addresses, and a network that nobody watches', async () => {
    expect(await faults('VPC_DEFAULT_SECURITY_GROUP_CLOSED', open())).toEqual({ 'sg-1': 'it has rules' });
    const subnets = {
      Subnets: [
        { SubnetId: 'a', MapPublicIpOnLaunch: true },
        { SubnetId: 'b', MapPublicIpOnLaunch: false },
      ],
    };
    expect(await faults('SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED', { DescribeSubnets: () => subnets })).toEqual({
      a: 'it gives public addresses',
      b: undefined,
    });
    const watched = {
      DescribeFlowLogs: () => ({ FlowLogs: [{ ResourceId: 'vpc-1' }] }),
      DescribeVpcs: () => ({ Vpcs: [{ VpcId: 'vpc-1' }, { VpcId: 'vpc-2' }] }),
    };
    expect(await faults('VPC_FLOW_LOGS_ENABLED', watched)).toEqual({
      'vpc-1': undefined,
      'vpc-2': 'it has no flow log',
    });
  });

  it('report a snapshot that is public, an instance with an address or without tokens, and volumes without encryption', async () => {
    const snapshots = (Group?: string): Answers => ({
      DescribeSnapshots: () => ({ Snapshots: [{ SnapshotId: 'snap-1' }] }),
      DescribeSnapshotAttribute: () => ({ CreateVolumePermissions: [{ Group, UserId: '444455556666' }] }),
    });
    expect(await faults('EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK', snapshots('all'))).toEqual({
      'snap-1': 'it is public',
    });
    expect(await faults('EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK', snapshots())).toEqual({ 'snap-1': undefined });
    const machine = { InstanceId: 'i-1', PublicIpAddress: '192.0.2.1', MetadataOptions: { HttpTokens: 'optional' } };
    const instances = { DescribeInstances: () => ({ Reservations: [{ Instances: [machine] }] }) };
    for (const code of ['EC2_IMDSV2_CHECK', 'EC2_INSTANCE_NO_PUBLIC_IP'])
      expect(await faults(code, instances)).toEqual({ 'i-1': expect.any(String) });
    const volumes = { GetEbsEncryptionByDefault: () => ({ EbsEncryptionByDefault: false }) };
    expect(await faults('EC2_EBS_ENCRYPTION_BY_DEFAULT', volumes)).toEqual({ '111122223333': expect.any(String) });
  });
});

describe('rules about identities', () => {
  const account = '111122223333';

  it('name each demand on passwords that is not met', async () => {
    const wanted = { MinimumPasswordLength: '14', MaxPasswordAge: '90', RequireSymbols: 'true' };
    const with_ = (PasswordPolicy: object) => ({ GetAccountPasswordPolicy: () => ({ PasswordPolicy }) });
    const kept = with_({ MinimumPasswordLength: 16, MaxPasswordAge: 60, RequireSymbols: true });
    expect(await faults('IAM_PASSWORD_POLICY', kept, wanted)).toEqual({ [account]: undefined });
    const weak = with_({ MinimumPasswordLength: 8, RequireSymbols: true });
    expect(await faults('IAM_PASSWORD_POLICY', weak, wanted)).toEqual({
      [account]: 'not met: MinimumPasswordLength, MaxPasswordAge',
    });
    const none = { GetAccountPasswordPolicy: () => serviceError('NoSuchEntityException') };
    expect(await faults('IAM_PASSWORD_POLICY', none, wanted)).toEqual({ [account]: 'there is no password policy' });
  });

  it('report a policy that allows everything on everything', async () => {
    const written = (statement: object): Answers => ({
      ListPolicies: () => ({ Policies: [{ Arn: 'arn:p', DefaultVersionId: 'v1' }] }),
      GetPolicyVersion: () => ({ PolicyVersion: { Document: encodeURIComponent(policy(statement)) } }),
    });
    const code = 'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS';
    expect(await faults(code, written({ Effect: 'Allow', Action: ['*'], Resource: '*' }))).toEqual({
      'arn:p': 'it allows everything on everything',
    });
    expect(await faults(code, written({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))).toEqual({
      'arn:p': undefined,
    });
  });

  it('report whom a policy that nobody may have is attached to', async () => {
    const full = 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess';
    const parameters = { policyArns: `${full},arn:aws:iam::aws:policy/BedrockAgentCoreFullAccess` };
    const attached: Answers = {
      ListEntitiesForPolicy: ({ PolicyArn }) =>
        PolicyArn === full
          ? {
              PolicyGroups: [{ GroupName: 'scientists' }],
              PolicyRoles: [{ RoleName: 'training' }],
              PolicyUsers: [{ UserName: 'erika' }],
            }
          : serviceError('NoSuchEntityException'),
    };
    const fault = `it has ${full}`;
    expect(await faults('IAM_POLICY_BLACKLISTED_CHECK', attached, parameters)).toEqual({
      erika: fault,
      scientists: fault,
      training: fault,
    });
    expect(await faults('IAM_POLICY_BLACKLISTED_CHECK', { ListEntitiesForPolicy: () => ({}) }, parameters)).toEqual({});
  });

  it('report users with policies, keys, or a console password and no second factor', async () => {
    const user: Answers = {
      ListUsers: () => ({ Users: [{ UserName: 'erika' }] }),
      ListAttachedUserPolicies: () => ({}),
      ListUserPolicies: () => ({ PolicyNames: ['inline'] }),
      ListAccessKeys: () => ({ AccessKeyMetadata: [{ AccessKeyId: 'AKIA' }] }),
      GetLoginProfile: () => ({}),
      ListMFADevices: () => ({}),
    };
    for (const code of ['IAM_USER_NO_POLICIES_CHECK', 'ACCESS_KEYS_ROTATED', 'MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS'])
      expect(await faults(code, user)).toEqual({ erika: expect.any(String) });
    const machine = { ...user, GetLoginProfile: () => serviceError('NoSuchEntityException') };
    expect(await faults('MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS', machine)).toEqual({ erika: undefined });
  });

  it.each<[string, Answers, Answers]>([
    [
      'ACCOUNT_PART_OF_ORGANIZATIONS',
      { DescribeOrganization: () => ({ Organization: { Id: 'o-1' } }) },
      { DescribeOrganization: () => serviceError('AWSOrganizationsNotInUseException') },
    ],
    [
      'SECURITY_ACCOUNT_INFORMATION_PROVIDED',
      { GetAlternateContact: () => ({ AlternateContact: { Name: 'Security' } }) },
      { GetAlternateContact: () => serviceError('ResourceNotFoundException') },
    ],
    [
      'MACIE_STATUS_CHECK',
      { GetMacieSession: () => ({ status: 'ENABLED' }) },
      { GetMacieSession: () => serviceError('AccessDeniedException') },
    ],
    [
      'SECURITYHUB_ENABLED',
      { DescribeHub: () => ({ HubArn: 'arn:hub' }) },
      { DescribeHub: () => serviceError('InvalidAccessException') },
    ],
    [
      'GUARDDUTY_ENABLED_CENTRALIZED',
      { ListDetectors: () => ({ DetectorIds: ['d'] }), GetDetector: () => ({ Status: 'ENABLED' }) },
      { ListDetectors: () => ({ DetectorIds: [] }) },
    ],
    [
      'GUARDDUTY_S3_PROTECTION_ENABLED',
      {
        ListDetectors: () => ({ DetectorIds: ['d'] }),
        GetDetector: () => ({ Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }] }),
      },
      { ListDetectors: () => ({ DetectorIds: ['d'] }), GetDetector: () => ({ Status: 'ENABLED' }) },
    ],
    [
      'GUARDDUTY_NON_ARCHIVED_FINDINGS',
      { ListDetectors: () => ({ DetectorIds: ['d'] }), ListFindings: () => ({ FindingIds: [] }) },
      { ListDetectors: () => ({ DetectorIds: ['d'] }), ListFindings: () => ({ FindingIds: ['f'] }) },
    ],
  ])('ask by %s what holds for the account', async (code, kept, broken) => {
    expect(await faults(code, kept)).toEqual({ [account]: undefined });
    expect(await faults(code, broken)).toEqual({ [account]: expect.any(String) });
  });

  it.each([
    'ATHENA_WORKGROUP_ENCRYPTED_AT_REST',
    'ATHENA_WORKGROUP_ENFORCE_WORKGROUP_CONFIGURATION',
    'ATHENA_WORKGROUP_LOGGING_ENABLED',
  ])('report by %s the workgroup that AWS makes', async (code) => {
    const lake = {
      EnforceWorkGroupConfiguration: true,
      PublishCloudWatchMetricsEnabled: true,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' } },
    };
    const workgroups: Answers = {
      ListWorkGroups: () => ({ WorkGroups: [{ Name: 'primary' }, { Name: 'lake' }] }),
      GetWorkGroup: ({ WorkGroup }) => ({ WorkGroup: { Configuration: WorkGroup === 'lake' ? lake : {} } }),
    };
    expect(await faults(code, workgroups)).toEqual({ primary: expect.any(String), lake: undefined });
  });
});
