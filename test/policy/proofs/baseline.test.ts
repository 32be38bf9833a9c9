import { type AccessRequest, exampleRequest } from '../../../policy/guardrails/simulation/request';
import { controlsDenying, evaluatorOf } from '../../support/proofs';
import { zoneOf } from '../../support/zone';

const zone = zoneOf();
const evaluator = evaluatorOf(zone);

/** Controls that deny a call to whoever works in the security account, where none but the landing zone's own hold. */
const deniedBy = (request: Omit<AccessRequest, 'account'>) =>
  controlsDenying(evaluator, { account: 'security', ...request });

const account = '222233334444';

describe('the baseline', () => {
  it.each(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:DeleteRole'])(
    'refuses %s for a role of the landing zone and for each that controls exempt, and for no other',
    (action) => {
      const role = (name: string) => ({ action, resource: `arn:aws:iam::${account}:role/${name}` });
      const { deployRole, roles } = zone;
      for (const name of ['acme-ai-config-recorder', deployRole, ...Object.values(roles).flat()])
        expect(deniedBy(role(name))).toEqual(['identity-protected-roles']);
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
  ])('refuses %s for each bucket of the log archive and of the audit, and for no other', (action) => {
    for (const kind of ['trails', 'config', 'findings', 'access-log', 'audit-results', 'audit-access-log']) {
      const bucket = `arn:aws:s3:::acme-ai-${kind}-${account}`;
      const resource = action.startsWith('s3:DeleteObject') ? `${bucket}/AWSLogs/log.json.gz` : bucket;
      expect(deniedBy({ action, resource })).toEqual(['logging-log-buckets']);
    }
    expect(deniedBy({ action, resource: `arn:aws:s3:::reports-${account}` })).toEqual([]);
  });

  it('lets the readers of logs read', () => {
    for (const action of ['s3:GetObject', 's3:ListBucket'])
      expect(deniedBy({ action, resource: `arn:aws:s3:::acme-ai-trails-${account}` })).toEqual([]);
  });

  it('lets auditors ask, look tables up and keep the answers', () => {
    const place = `eu-central-1:${account}`;
    const calls = {
      [`arn:aws:athena:${place}:workgroup/acme-ai-audit`]: ['StartQueryExecution', 'GetQueryResults', 'GetNamedQuery'],
      [`arn:aws:glue:${place}:database/acme_ai_audit`]: ['GetDatabase'],
      [`arn:aws:glue:${place}:table/acme_ai_audit/data_events`]: ['GetTable', 'GetPartitions'],
      [`arn:aws:s3:::acme-ai-audit-results-${account}/answer.csv`]: ['PutObject', 'GetObject', 'AbortMultipartUpload'],
      [`arn:aws:kms:${place}:key/1234`]: ['GenerateDataKey', 'Decrypt'],
    };
    const context = { 'kms:ResourceAliases': ['alias/acme-ai-audit'] };
    for (const [resource, operations] of Object.entries(calls))
      for (const operation of operations) {
        const action = `${resource.split(':')[2]}:${operation}`;
        const controls = deniedBy({ action, resource, principal: 'acme-ai-audit', context });
        expect({ [action]: controls }).toEqual({ [action]: [] });
      }
  });

  it.each(['kms:DeleteAlias', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:UpdateAlias'])(
    'refuses %s for each key of the landing zone, whichever of its aliases says so, and for no other',
    (action) => {
      const resource = `arn:aws:kms:eu-central-1:${account}:key/1234`;
      const logKeys = (...aliases: string[]) =>
        deniedBy({ action, resource, context: { 'kms:ResourceAliases': aliases } }).includes('logging-log-keys');
      for (const kind of ['trails', 'config', 'findings', 'prompts', 'audit', 'data'])
        expect(logKeys('alias/other', `alias/acme-ai-${kind}`)).toBe(true);
      expect(logKeys('alias/acme-airline', 'alias/team-acme-ai-data')).toBe(false);
      expect(logKeys()).toBe(false);
    },
  );

  it.each(['events:DeleteRule', 'events:DisableRule', 'events:PutRule', 'events:PutTargets', 'events:RemoveTargets'])(
    'refuses %s for a rule that carries findings, on whichever bus, and for no other',
    (action) => {
      const rule = (name: string) =>
        deniedBy({ action, resource: `arn:aws:events:eu-central-1:${account}:rule/${name}` });
      expect(rule('acme-ai-forward-config')).toEqual(['detection-notifications']);
      expect(rule('acme-ai-findings/acme-ai-notify-guardduty')).toEqual(['detection-notifications']);
      expect(rule('nightly-training')).toEqual([]);
    },
  );

  it('refuses the root user everything, and leaves root sessions alone that the management account opens', () => {
    const call = { action: 's3:ListAllMyBuckets', principal: 'root' };
    expect(deniedBy(call)).toEqual(['identity-root-user']);
    expect(deniedBy({ ...call, context: { 'aws:AssumedRoot': 'true' } })).toEqual([]);
  });

  it('keeps every account in the organization, whoever asks', () => {
    for (const principal of ['deployRole', 'breakGlass', 'developer'])
      expect(deniedBy({ action: 'organizations:LeaveOrganization', principal })).toEqual(['organization-leave']);
  });
});

describe('the deploy role', () => {
  /** Controls that bind whoever deploys too: they stop nothing that the landing zone does. */
  const binding = (prefixes: readonly string[]) =>
    zone.controls
      .filter(({ id, prevent }) => prevent?.scp.length && prefixes.some((prefix) => id.startsWith(prefix)))
      .filter(({ prevent }) => !prevent?.exempt.includes('deployRole'))
      .map(({ id }) => id);

  it('is exempt from what protects the baseline, but for what concerns it never', () => {
    expect(binding(['detection-', 'logging-', 'organization-', 'identity-root'])).toEqual([
      'identity-root-user',
      'organization-close-account',
      'organization-leave',
      // It exempts the role in one of its statements.
      'organization-region-deny',
    ]);
  });

  it('may do whatever a control denies to others and exempts it from', () => {
    const exempting = zone.controls.filter(({ prevent }) => prevent?.exempt.includes('deployRole'));
    expect(exempting.length).toBeGreaterThan(20);
    for (const { id, examples } of exempting)
      for (const example of examples)
        if ('denied' in example && example.denied) {
          const request = exampleRequest(zone, 'models', { ...example, principal: 'deployRole' });
          expect({ [id]: controlsDenying(evaluator, request) }).toEqual({ [id]: expect.not.arrayContaining([id]) });
        }
  });
});

describe('an account that leaves', () => {
  it('does nothing, and the landing zone cleans up', () => {
    const call = { account: 'retired', action: 's3:DeleteBucket' };
    for (const principal of ['developer', 'breakGlass', 'dataStewards', 'root'])
      expect(controlsDenying(evaluator, { ...call, principal })).toContain('organization-suspended');
    expect(controlsDenying(evaluator, { ...call, principal: 'deployRole' })).toEqual([]);
  });

  it('is the only one to which everything is denied', () => {
    const call = { action: 's3:ListAllMyBuckets', principal: 'developer' };
    const others = zone.activeAccounts.filter(({ origin }) => origin !== 'external').map(({ name }) => name);
    for (const name of others) expect(controlsDenying(evaluator, { ...call, account: name })).toEqual([]);
  });
});
