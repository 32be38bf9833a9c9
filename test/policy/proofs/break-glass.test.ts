import { tryExemptRole } from '../../../policy/guardrails/simulation/principals';
import { actionProblems } from '../../../policy/iam/vocabulary';
import { controlsDenying, evaluatorOf, workingAccounts, writtenZone } from '../../support/proofs';

const zone = writtenZone();
const evaluator = evaluatorOf(zone);
const places = workingAccounts(zone).flatMap(({ name, regions }) =>
  regions.map((region) => ({ account: name, region })),
);

interface EmergencyCall {
  readonly when: string;
  readonly action: string;
  readonly resource?: string;
}

const key = 'arn:aws:kms:eu-central-1:123456789012:key/1b9c8d7e-0000-4000-8000-a1b2c3d4e5f6';

/** What the emergency role does in the account where something is on fire. */
const emergencyCalls: readonly EmergencyCall[] = [
  { when: 'a key is about to be deleted', action: 'kms:CancelKeyDeletion', resource: key },
  { when: 'a key was disabled', action: 'kms:EnableKey', resource: key },
  { when: 'a stolen key has to go', action: 'kms:ScheduleKeyDeletion', resource: key },
  { when: 'sign-in is broken', action: 'iam:UpdateSAMLProvider' },
  {
    when: 'the sessions of a stolen role are revoked',
    action: 'iam:PutRolePolicy',
    resource: 'arn:aws:iam::123456789012:role/training-job',
  },
  { when: 'an access key of an adopted account leaked', action: 'iam:UpdateAccessKey' },
  {
    when: 'a bucket policy locks everybody out of the training data',
    action: 's3:PutBucketPolicy',
    resource: 'arn:aws:s3:::acme-ai-data-training-123456789012',
  },
  { when: 'a model answers what it must not', action: 'bedrock:UpdateGuardrail' },
  { when: 'every model has to be filtered at once', action: 'bedrock:PutEnforcedGuardrailConfiguration' },
  { when: 'a model is taken out of service', action: 'sagemaker:DeleteEndpoint' },
  { when: 'a job runs away', action: 'sagemaker:StopTrainingJob' },
  { when: 'a monitor floods its bucket', action: 'sagemaker:StopMonitoringSchedule' },
  { when: 'an instance is taken over', action: 'ec2:StopInstances' },
  { when: 'its disk is kept for the investigation', action: 'ec2:CreateSnapshot' },
  { when: 'a function of a team runs away', action: 'lambda:PutFunctionConcurrency' },
  { when: 'a secret leaked', action: 'secretsmanager:RotateSecret' },
  { when: 'somebody asks who did it', action: 'cloudtrail:LookupEvents' },
];

/**
 * What a root session does that the management account opens: the actions of the task policies of sts:AssumeRoot that change
 * something (IAM User Guide, "Perform a privileged task on a member account").
 */
const rootTasks: readonly EmergencyCall[] = [
  ...['trails', 'config', 'findings', 'access-log', 'audit-results', 'data-training'].flatMap((kind) =>
    ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'].map((action) => ({
      when: `a policy locks everybody out of the bucket ${kind}`,
      action,
      resource: `arn:aws:s3:::${zone.name}-${kind}-123456789012`,
    })),
  ),
  { when: 'a policy locks everybody out of a queue', action: 'sqs:SetQueueAttributes' },
  { when: 'the root user has a password', action: 'iam:DeleteLoginProfile' },
  { when: 'the root user has an access key', action: 'iam:DeleteAccessKey' },
  { when: 'the root user has a signing certificate', action: 'iam:DeleteSigningCertificate' },
  { when: 'the root user has lost its MFA device', action: 'iam:DeactivateMFADevice' },
  { when: 'the root user has to get a password again', action: 'iam:CreateLoginProfile' },
];

/** Where and by which controls a call is denied. */
const refusals = ({ when, ...call }: EmergencyCall, principal: string, root: boolean): readonly string[] =>
  places.flatMap(({ account, region }) => {
    const context = { 'aws:RequestedRegion': region, ...(root && { 'aws:AssumedRoot': 'true' }) };
    const controls = controlsDenying(evaluator, { ...call, account, principal, context });
    return controls.length === 0 ? [] : [`${account}, ${region}: ${controls.join()}`];
  });

// A landing zone may have none.
(tryExemptRole(zone, 'breakGlass') ? describe : describe.skip)('the emergency role', () => {
  it.each(emergencyCalls)('may act where $when: $action', (call) => {
    expect(refusals(call, 'breakGlass', false)).toEqual([]);
  });

  it('is let past what stops others, and not past everything', () => {
    const stopped = emergencyCalls.filter((call) => refusals(call, 'developer', false).length > 0);
    expect(stopped.length).toBeGreaterThan(4);
    expect(refusals({ when: '-', action: 'guardduty:DeleteDetector' }, 'breakGlass', false)).not.toEqual([]);
    expect(refusals({ when: '-', action: 'organizations:LeaveOrganization' }, 'breakGlass', false)).not.toEqual([]);
  });
});

describe('a root session that the management account opens', () => {
  it.each(rootTasks)('may act where $when: $action', (call) => {
    expect(refusals(call, 'root', true)).toEqual([]);
  });

  it('may do what the root user itself may not', () => {
    for (const call of rootTasks) expect(refusals(call, 'root', false)).toHaveLength(places.length);
  });
});

describe('emergency calls', () => {
  it('are actions that AWS has', async () => {
    const actions = [...emergencyCalls, ...rootTasks].map(({ action }) => action);
    const problems = await Promise.all(actions.map((action) => actionProblems('break-glass.test.ts', action, action)));
    expect(problems.flat()).toEqual([]);
  });
});
