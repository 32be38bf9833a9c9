import { baselineStatements } from '../../policy/denials/baseline';
import { type Call, denies } from '../support/deny';
import { zoneOf } from '../support/zone';

const deniedBy = (call: Call): readonly string[] =>
  baselineStatements(zoneOf())
    .filter((statement) => denies(statement, call))
    .map(({ Sid }) => Sid);

describe('the baseline policy', () => {
  const account = '222233334444';
  const key = `arn:aws:kms:eu-central-1:${account}:key/1234`;
  const rule = (name: string) => `arn:aws:events:eu-central-1:${account}:rule/${name}`;

  it.each(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:DeleteRole'])(
    'refuses %s for a role of the landing zone and for the deploy role, and for no other',
    (action) => {
      const role = (name: string) => ({ action, resource: `arn:aws:iam::${account}:role/${name}` });
      expect(deniedBy(role('acme-ai-config-recorder'))).toEqual(['LandingZoneRoles']);
      expect(deniedBy(role('OrganizationAccountAccessRole'))).toEqual(['LandingZoneRoles']);
      expect(deniedBy(role('developer'))).toEqual([]);
    },
  );

  it.each([
    's3:DeleteBucket',
    's3:DeleteBucketPolicy',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:PutBucketPolicy',
    's3:PutEncryptionConfiguration',
    's3:PutLifecycleConfiguration',
  ])('refuses %s for each bucket of the log archive, and for no other', (action) => {
    for (const kind of ['trails', 'config', 'findings', 'access-log']) {
      const bucket = `arn:aws:s3:::acme-ai-${kind}-${account}`;
      const resource = action.startsWith('s3:DeleteObject') ? `${bucket}/AWSLogs/log.json.gz` : bucket;
      expect(deniedBy({ action, resource })).toEqual(['Logs']);
    }
    expect(deniedBy({ action, resource: `arn:aws:s3:::acme-ai-data-training-${account}` })).toEqual([]);
  });

  it('lets the readers of logs read', () => {
    for (const action of ['s3:GetObject', 's3:ListBucket'])
      expect(deniedBy({ action, resource: `arn:aws:s3:::acme-ai-trails-${account}` })).toEqual([]);
  });

  it.each(['kms:DeleteAlias', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:UpdateAlias'])(
    'refuses %s for a key that logs are encrypted with, whichever of its aliases says so, and for no other',
    (action) => {
      const aliased = (...aliases: string[]) => ({ action, resource: key, keys: { 'kms:ResourceAliases': aliases } });
      for (const kind of ['trails', 'config', 'findings'])
        expect(deniedBy(aliased('alias/other', `alias/acme-ai-${kind}`))).toEqual(['LogKeys']);
      expect(deniedBy(aliased('alias/acme-ai-data'))).toEqual([]);
      expect(deniedBy({ action, resource: key })).toEqual([]);
    },
  );

  it.each(['events:DeleteRule', 'events:DisableRule', 'events:PutRule', 'events:PutTargets', 'events:RemoveTargets'])(
    'refuses %s for a rule that carries findings, on whichever bus, and for no other',
    (action) => {
      expect(deniedBy({ action, resource: rule('acme-ai-forward-config') })).toEqual(['Notifications']);
      expect(deniedBy({ action, resource: rule('acme-ai-findings/acme-ai-notify-guardduty') })).toEqual([
        'Notifications',
      ]);
      expect(deniedBy({ action, resource: rule('nightly-training') })).toEqual([]);
    },
  );
});
