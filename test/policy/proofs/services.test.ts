import { accountId, findAccount } from '../../../policy/guardrails/simulation/accounts';
import type { AccessRequest } from '../../../policy/guardrails/simulation/request';
import { names } from '../../../schema/facts/names';
import { organizationIdMarker } from '../../../schema/forms/control';
import {
  boundAccounts,
  controlsDenying,
  evaluatorOf,
  inForce,
  workingAccounts,
  writtenZone,
} from '../../support/proofs';

const zone = writtenZone();
const evaluator = evaluatorOf(zone);
/** A landing zone may leave a control out. */
const whereHolds = (control: string) => (inForce(zone).some(({ id }) => id === control) ? it : it.skip);
const refused = (request: AccessRequest) => controlsDenying(evaluator, request);

const idOf = (name: string): string => accountId(findAccount(zone, name));
const { homeRegion, managementAccount, logArchiveAccount, securityAccount } = zone;
const management = accountId(managementAccount);
const archive = accountId(logArchiveAccount);
const security = accountId(securityAccount);
const [worker = securityAccount] = workingAccounts(zone).filter(({ role }) => role === 'workload');
const outsider = 'arn:aws:iam::999988887777:role/outsider';

const inOrganization = { 'aws:SourceOrgID': organizationIdMarker };
const logKey = `arn:aws:kms:${homeRegion}:${archive}:key/1b9c8d7e-0000-4000-8000-a1b2c3d4e5f6`;

/** A service that writes an object into a bucket of the log archive, and encrypts it, for a source account. */
interface Delivery {
  readonly flow: string;
  readonly principal: string;
  readonly bucket: string;
  /** Twelve digits. */
  readonly source: string;
  readonly context?: Readonly<Record<string, string>>;
}

const deliveries: readonly Delivery[] = [
  {
    flow: 'the organization trail',
    principal: 'cloudtrail.amazonaws.com',
    bucket: 'trails',
    source: management,
    context: {
      ...inOrganization,
      'aws:SourceArn': `arn:aws:cloudtrail:${homeRegion}:${management}:trail/${zone.name}`,
    },
  },
  ...workingAccounts(zone).flatMap(({ name }) => [
    {
      flow: `the data trail of ${name}`,
      principal: 'cloudtrail.amazonaws.com',
      bucket: 'trails',
      source: idOf(name),
      context: inOrganization,
    },
    { flow: `Config for ${name}`, principal: 'config.amazonaws.com', bucket: 'config', source: idOf(name) },
    {
      flow: `Bedrock's invocation log of ${name}`,
      principal: 'bedrock.amazonaws.com',
      bucket: 'trails',
      source: idOf(name),
      context: inOrganization,
    },
  ]),
  // Neither of the two is known to send the organization, nor is Config.
  { flow: "GuardDuty's export", principal: 'guardduty.amazonaws.com', bucket: 'findings', source: security },
  {
    flow: "GuardDuty's export of an opt-in region",
    principal: 'guardduty.eu-south-1.amazonaws.com',
    bucket: 'findings',
    source: security,
  },
  { flow: "Macie's results", principal: 'macie.amazonaws.com', bucket: 'findings', source: security },
  { flow: 'access logs of S3', principal: 'logging.s3.amazonaws.com', bucket: 'access-log', source: archive },
  { flow: 'flow logs', principal: 'delivery.logs.amazonaws.com', bucket: 'trails', source: archive },
];

/** What it takes to check the bucket, to write into it and to encrypt. */
const callsOf = ({ principal, bucket, source, context }: Delivery): readonly AccessRequest[] => {
  const arn = `arn:aws:s3:::${zone.name}-${bucket}-${archive}`;
  const keys = { 'aws:SourceAccount': source, ...context };
  return [
    ['s3:GetBucketAcl', arn],
    ['s3:GetBucketLocation', arn],
    ['s3:PutObject', `${arn}/AWSLogs/${source}/2026/11/20/part-0001.json.gz`],
    ['kms:GenerateDataKey', logKey],
    ['kms:Encrypt', logKey],
    ['kms:Decrypt', logKey],
  ].map(([action = '', resource]) => ({ account: logArchiveAccount.name, principal, action, resource, context: keys }));
};

describe('logs and findings', () => {
  it.each(deliveries)('reach the log archive: $flow', (delivery) => {
    for (const call of callsOf(delivery)) expect({ [call.action]: refused(call) }).toEqual({ [call.action]: [] });
  });

  whereHolds('data-perimeter-services')('of a trail in a foreign account do not', () => {
    const [delivery] = deliveries;
    if (!delivery) throw new Error('there is no delivery');
    const foreign = { ...delivery, source: '999988887777', context: { 'aws:SourceOrgID': 'o-somebodyelse' } };
    for (const call of callsOf(foreign)) expect(refused(call)).toEqual(['data-perimeter-services']);
  });

  it.each(workingAccounts(zone).map(({ name }) => name))('of Config reach it by the recorder role of %s', (name) => {
    const principal = `arn:aws:iam::${idOf(name)}:role/${names.configRecorderRole(zone)}`;
    for (const call of callsOf({ flow: name, principal, bucket: 'config', source: idOf(name) }))
      expect(refused({ ...call, context: {} })).toEqual([]);
  });

  it.each([
    'config-conforms.amazonaws.com/AWSServiceRoleForConfigConforms',
    'macie.amazonaws.com/AWSServiceRoleForMacie',
  ])('are read across accounts by service-linked roles: %s', (role) => {
    const principal = `arn:aws:iam::${security}:role/aws-service-role/${role}`;
    for (const account of boundAccounts(zone).map(({ name }) => name))
      for (const action of ['s3:GetObject', 's3:PutObject', 'kms:Decrypt'])
        expect(refused({ account, action, principal })).toEqual([]);
  });
});

describe('a role of a member account', () => {
  const members = workingAccounts(zone).map(({ name }) => name);
  const role = (account: string, name: string) => `arn:aws:iam::${idOf(account)}:role/${name}`;
  const assume = (account: string, request: Partial<AccessRequest>): AccessRequest => ({
    account,
    action: 'sts:AssumeRole',
    resource: role(account, zone.deployRole),
    ...request,
  });

  it.each(members)('is assumed from the management account, to deploy into %s', (account) => {
    for (const principal of ['terraform', 'aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123'])
      expect(refused(assume(account, { principal: role(managementAccount.name, principal) }))).toEqual([]);
  });

  it('is assumed from the security account, and from its own', () => {
    for (const { name } of [securityAccount, worker])
      expect(refused(assume(worker.name, { principal: role(name, 'responder') }))).toEqual([]);
  });

  it.each(['ssm', 'lambda', 'config', 'sagemaker', 'bedrock', 'events', 'glue', 'ec2', 'scheduler'])(
    'is assumed by the service %s',
    (service) => {
      const context = { 'aws:SourceAccount': accountId(worker) };
      expect(refused(assume(worker.name, { principal: `${service}.amazonaws.com`, context }))).toEqual([]);
    },
  );

  // Whoever federates is a principal of no account: the request carries no organization.
  it.each(['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', 'sts:TagSession', 'sts:SetSourceIdentity'])(
    'is reached by federation: %s',
    (action) => {
      for (const account of members) expect(refused(assume(account, { action, principal: outsider }))).toEqual([]);
    },
  );

  whereHolds('data-perimeter-sts')('is not assumed from a foreign account', () => {
    for (const account of members)
      expect(refused(assume(account, { principal: outsider }))).toEqual(['data-perimeter-sts']);
  });

  it('is made and changed by IAM Identity Center', () => {
    const sso = 'aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO';
    for (const account of members)
      for (const action of ['iam:CreateSAMLProvider', 'iam:CreateRole', 'iam:PutRolePolicy', 'iam:DeleteRole'])
        expect(refused({ account, action, resource: role(account, 'aws-reserved/sso'), principal: sso })).toEqual([]);
  });
});
