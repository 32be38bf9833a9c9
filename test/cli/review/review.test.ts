import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { review } from '../../../cli/review';
import { withPlans } from '../../../cli/review/compared';
import { run } from '../../../cli/review/run';
import type { StackJson } from '../../../review/stack-json';
import type { SettingsSpec } from '../../../schema/forms/settings';
import { synthesizeLandingZone } from '../../../stacks';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';
import { sampleSettings } from '../../support/zone';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-review-test-'));
const before = join(folder, 'before');
beforeAll(() => synthesizeLandingZone(smallZone(), { outdir: before }));
afterAll(() => rmSync(folder, { recursive: true }));

const serving = (services: Partial<SettingsSpec['services']>): Partial<SettingsSpec> => ({
  services: { ...sampleSettings().services, ...services },
});
const weaker = serving({ ec2: { snapshotSharing: 'not-set' } });

const reviewed = (settings: Partial<SettingsSpec>, ...args: readonly string[]) => {
  const zone = smallZone(settings);
  return runCli({ ...review, run: (options, context) => run(options, context, () => zone) }, [
    ...(args.includes('--before') ? [] : ['--before', before]),
    ...args,
  ]);
};

describe('the command review', () => {
  it('says that nothing changes', async () => {
    const { code, stdout } = await reviewed({}, '--fail-on', 'change');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Nothing changes between') });
  });

  it('answers in Markdown, what weakens first, with a row for each stack', async () => {
    const { code, stdout } = await reviewed(weaker);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Review\n\n\*\*Weaker\*\*: 1 weaker, /);
    expect(stdout).toMatch(/## Weaker\n\n- .*snapshot_block_public_access.*→ nothing/);
    expect(stdout).toMatch(/\| management \| 111122223333 \| 0 \| 1 \| 0 \| 0 \| 0 \| weaker \|\n$/);
  });

  it('says the same in JSON', async () => {
    const { stdout } = await reviewed(weaker, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'weaker',
      findings: expect.arrayContaining([
        expect.objectContaining({ subject: 'policy ec2', effects: [expect.objectContaining({ verdict: 'weaker' })] }),
      ]),
      stacks: [expect.objectContaining({ stack: 'management', resources: expect.objectContaining({ changed: 1 }) })],
    });
  });

  it.each([
    ['weaker', weaker, 2],
    ['weaker', { tags: { 'managed-by': 'others' } }, 0],
    ['not-judged', serving({ notifications: { emails: ['a@example.com'], macie: 'high' } }), 2],
    ['change', serving({ notifications: { emails: ['security@example.com', 'a@example.com'] } }), 2],
    ['weaker', serving({ notifications: { emails: ['security@example.com', 'a@example.com'] } }), 0],
  ] as const)('ends a gate at %s as it has to', async (gate, settings, code) => {
    expect((await reviewed(settings, '--fail-on', gate)).code).toBe(code);
  });

  it('compares two folders', async () => {
    const after = join(folder, 'after');
    synthesizeLandingZone(smallZone(weaker), { outdir: after });
    const { stdout } = await reviewed({}, '--after', after);
    expect(stdout).toContain('**Weaker**: 1 weaker');
  });

  it('refuses what is neither a folder nor a commit, and a folder of plans that is not there, all at once', async () => {
    const { code, stderr } = await reviewed(
      {},
      '--before',
      join(folder, 'nowhere'),
      '--plans',
      join(folder, 'none'),
      '--fail-on',
      'x',
    );
    expect(code).toBe(1);
    for (const field of ['before', 'plans', 'fail-on']) expect(stderr).toContain(field);
  });
});

interface Change {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before: object | null;
  readonly after: object | null;
  readonly unknown?: object;
}

/** A plan as Terraform shows it (docs, "JSON Output Format"). */
const plan = (changes: readonly Change[], resources: readonly object[] = []) => ({
  format_version: '1.2',
  resource_changes: changes.map(({ address, actions, before: was, after, unknown = {} }) => ({
    address,
    mode: 'managed',
    type: address.split('.')[0],
    name: address.split('.')[1],
    change: { actions, before: was, after, after_unknown: unknown },
  })),
  configuration: {
    provider_config: {
      aws: {
        name: 'aws',
        expressions: {
          region: { constant_value: 'eu-central-1' },
          allowed_account_ids: { constant_value: ['111122223333'] },
        },
      },
    },
    root_module: { resources },
  },
});

describe('review of plans', () => {
  const judged = async (changes: readonly Change[], resources: readonly object[] = []) => {
    const plans = mkdtempSync(join(folder, 'plans-'));
    writeFileSync(join(plans, 'log-archive.json'), JSON.stringify(plan(changes, resources)));
    const { stdout } = await reviewed({}, '--plans', plans, '--json');
    return JSON.parse(stdout);
  };
  const bucket = {
    bucket: 'acme-logs',
    force_destroy: false,
    tags: null,
    id: 'acme-logs',
    arn: 'arn:aws:s3:::acme-logs',
  };

  it('says of a bucket that is replaced that what it keeps goes', async () => {
    const { verdict, findings, stacks } = await judged([
      {
        address: 'aws_s3_bucket.trails',
        actions: ['delete', 'create'],
        before: bucket,
        after: { ...bucket, bucket: 'other' },
        unknown: { id: true, arn: true },
      },
    ]);
    expect(verdict).toBe('weaker');
    expect(findings[0]).toMatchObject({ change: 'replaced', region: 'eu-central-1', accounts: ['111122223333'] });
    expect(findings[0].effects[0].says).toBe('is replaced, the former is destroyed: it keeps objects');
    expect(stacks[0].resources).toMatchObject({ replaced: 1 });
  });

  it('tells what is destroyed from what is kept', async () => {
    const { findings } = await judged([
      { address: 'aws_s3_bucket.trails', actions: ['delete'], before: bucket, after: null },
      { address: 'aws_s3_bucket.others', actions: ['forget'], before: bucket, after: null },
    ]);
    const changes = findings.map(({ subject, change }: { subject: string; change: string }) => `${subject} ${change}`);
    expect(changes).toEqual(expect.arrayContaining(['aws_s3_bucket.trails destroyed', 'aws_s3_bucket.others kept']));
  });

  it('finds what a policy makes possible, with variables of IAM in it', async () => {
    const policy = (Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
    const own = {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::acme-logs/$\{aws:PrincipalAccount}/*`,
    };
    const { findings } = await judged([
      {
        address: 'aws_iam_role_policy.reader',
        actions: ['update'],
        before: { role: 'reader', policy: policy([own]) },
        after: {
          role: 'reader',
          policy: policy([own, { ...own, Action: 's3:PutObject', Resource: 'arn:aws:s3:::acme-logs/all/*' }]),
        },
      },
    ]);
    expect(findings[0].effects).toEqual([
      {
        verdict: 'weaker',
        says: expect.stringMatching(/^s3:PutObject on arn:aws:s3:::acme-logs\/all\/ becomes possible/),
      },
    ]);
  });

  it('compares SCPs by the ids that AWS gave', async () => {
    const content = (action: string) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: action, Resource: '*' }] });
    const scp = { id: 'p-1', type: 'SERVICE_CONTROL_POLICY', name: 'root', description: 'Keeps made-control' };
    const { findings } = await judged([
      {
        address: 'aws_organizations_organization.organization',
        actions: ['no-op'],
        before: { id: 'o-1', roots: [{ id: 'r-1' }] },
        after: { id: 'o-1', roots: [{ id: 'r-1' }] },
      },
      {
        address: 'aws_organizations_account.account-lab',
        actions: ['no-op'],
        before: { id: '444455556666', parent_id: 'r-1' },
        after: { id: '444455556666', parent_id: 'r-1' },
      },
      {
        address: 'aws_organizations_policy.scp-root-1',
        actions: ['update'],
        before: { ...scp, content: content('s3:*') },
        after: { ...scp, content: content('s3:PutObject') },
      },
      {
        address: 'aws_organizations_policy_attachment.root',
        actions: ['no-op'],
        before: { policy_id: 'p-1', target_id: 'r-1' },
        after: { policy_id: 'p-1', target_id: 'r-1' },
      },
    ]);
    expect(
      findings.flatMap(({ effects }: { effects: readonly { says: string }[] }) => effects.map(({ says }) => says)),
    ).toEqual(['s3:GetObject on any resource becomes possible in lab, accounts to come for any role']);
  });

  it('does not judge another key in the place of one, or a value, that is not known before it is applied', async () => {
    const trail = { name: 't', kms_key_id: 'arn:old', sns_topic_name: null };
    const { findings } = await judged(
      [
        {
          address: 'aws_cloudtrail.x',
          actions: ['update'],
          before: trail,
          after: { name: 't' },
          unknown: { kms_key_id: true, id: true },
        },
        {
          address: 'aws_iam_role.x',
          actions: ['update'],
          before: { name: 'r', permissions_boundary: 'arn:old', arn: 'arn:r' },
          after: { name: 'r' },
          unknown: { permissions_boundary: true, arn: true },
        },
        {
          address: 'aws_s3_bucket_server_side_encryption_configuration.x',
          actions: ['update'],
          before: { rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: 'arn:old' }] }] },
          after: { rule: [{ apply_server_side_encryption_by_default: [{}] }] },
          unknown: { rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }] }] },
        },
      ],
      [
        { address: 'aws_cloudtrail.x', expressions: { kms_key_id: { references: ['aws_kms_key.other.arn'] } } },
        {
          address: 'aws_s3_bucket_server_side_encryption_configuration.x',
          expressions: {
            rule: [
              {
                apply_server_side_encryption_by_default: [
                  { kms_master_key_id: { references: ['aws_kms_key.other.arn', 'aws_kms_key.other'] } },
                ],
              },
            ],
          },
        },
      ],
    );
    const said = findings.map((each: { subject: string; effects: readonly { verdict: string }[] }) => [
      each.subject,
      ...each.effects.map(({ verdict }) => verdict),
    ]);
    expect(said).toEqual([
      ['aws_cloudtrail.x', 'not judged'],
      ['aws_iam_role.x', 'not judged'],
      ['aws_s3_bucket_server_side_encryption_configuration.x', 'not judged'],
    ]);
  });

  it('compares the settings of a stack by its synths', () => {
    const settings = (name: string) => ({ terraform: { backend: { s3: { bucket: name } } } }) as StackJson;
    const synths = { before: new Map([['s', settings('a')]]), after: new Map([['s', settings('b')]]) };
    const planned = { before: { resource: {} }, after: { resource: {} }, actions: new Map() };
    const compared = withPlans(synths, new Map([['s', planned]]));
    expect([compared.before.get('s'), compared.after.get('s')]).toMatchObject([settings('a'), settings('b')]);
  });

  it('refuses a file that is no plan', async () => {
    const plans = join(folder, 'broken');
    mkdirSync(plans);
    writeFileSync(join(plans, 'security.json'), '{}');
    const { code, stderr } = await reviewed({}, '--plans', plans);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('security.json is no plan: it has no configuration'),
    });
  });
});
