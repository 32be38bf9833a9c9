import type { Finding, Verification } from '../../../live/finding';

/** A finding as verify makes it. */
export const madeFinding = (more: Partial<Finding> = {}): Finding => ({
  id: 'security/aws_cloudtrail.organization',
  controls: ['logging-organization-trail'],
  promise: 'The trail of the organization records and delivers',
  account: 'security',
  accountId: '777788889999',
  region: 'eu-central-1',
  resource: 'arn:aws:cloudtrail:eu-central-1:777788889999:trail/acme-ai',
  status: 'holds',
  expected: { is_organization_trail: true },
  found: { is_organization_trail: true },
  deviations: [],
  raw: [{ call: 'cloudtrail:DescribeTrails', output: { trailList: [{ Name: 'acme-ai' }] } }],
  time: '2026-11-28T08:00:01.000Z',
  ...more,
});

/** A run that found something of each kind. */
export const madeVerification = (findings: readonly Finding[] = everyKind): Verification => ({
  began: '2026-11-28T08:00:00.000Z',
  ended: '2026-11-28T08:00:09.000Z',
  accounts: [],
  expectEmpty: false,
  calls: 3,
  findings,
});

const everyKind: readonly Finding[] = [
  madeFinding(),
  madeFinding({
    id: 'security/aws_guardduty_detector.home',
    controls: ['detection-guardduty'],
    promise: 'GuardDuty is on',
    status: 'differs',
    found: { enable: false },
    deviations: [{ path: 'enable', expected: true, found: false }],
    mend: 'deploy the stack security',
  }),
  madeFinding({
    id: 'account-sandbox/aws_macie2_member.home',
    controls: ['detection-macie'],
    account: 'sandbox',
    accountId: undefined,
    status: 'unknown',
    reason: 'AccessDenied: Macie is closed',
    raw: [],
  }),
];
