import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withSynthOf } from '../../../cli/older-synth';
import { prove } from '../../../cli/prove';
import { run } from '../../../cli/prove/run';
import { tryCommitOf } from '../../../rehearsal/older-release';
import type { ControlSpec } from '../../../schema/forms/control';
import { madeControl } from '../../support/made-control';
import { runCli } from '../../support/run-cli';
import { deployedBefore, sampleAccounts, zoneOf } from '../../support/zone';

const provedOf = (args: readonly string[], ...changes: readonly Partial<ControlSpec>[]) => {
  const zone = zoneOf({ controls: changes.map(madeControl) });
  return runCli({ ...prove, run: (options, context) => run(options, context, () => zone) }, args);
};
const temporary = (): string => mkdtempSync(join(tmpdir(), 'prove-'));

const refer = (address: string): string =>
  address === 'root'
    ? '${' + 'aws_organizations_organization.organization.roots[0].id}'
    : `\${aws_organizations_${address.startsWith('ou-') ? 'organizational_unit' : 'account'}.${address}.id}`;
const childOf = (parents: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(parents).map(([address, parent]) => [address, { parent_id: refer(parent) }]));

/** An output folder of synth with one policy, and where each OU and account is. */
function synthed(
  statements: readonly object[],
  {
    node = 'root',
    description = 'Keeps made-control',
    policy = '${' + 'aws_organizations_policy.scp-root-1.id}',
    target = refer(node),
    units = {},
    accounts = {},
  } = {},
): string {
  const folder = temporary();
  const file = join(folder, 'stacks/management/cdk.tf.json');
  mkdirSync(dirname(file), { recursive: true });
  const content = JSON.stringify({ Version: '2012-10-17', Statement: statements })
    .replaceAll('ORGANIZATION', () => '${' + 'aws_organizations_organization.organization.id}')
    .replaceAll('VARIABLE', () => '$' + '${' + 'aws:ResourceAccount}');
  const resource = {
    aws_organizations_policy: {
      'scp-root-1': { type: 'SERVICE_CONTROL_POLICY', content, description },
      tags: { type: 'TAG_POLICY', content: '{}' },
    },
    aws_organizations_policy_attachment: {
      [`scp-root-1-at-${node}`]: { policy_id: policy, target_id: target },
      'tags-at-root': { policy_id: '${' + 'aws_organizations_policy.tags.id}', target_id: refer('root') },
    },
    aws_organizations_organizational_unit: childOf(units),
    aws_organizations_account: childOf(accounts),
  };
  writeFileSync(file, JSON.stringify({ resource }));
  return folder;
}
const deny = (Action: string, Condition?: object) => ({
  Effect: 'Deny',
  Action,
  Resource: '*',
  ...(Condition && { Condition }),
});

describe('prove', () => {
  it('ends with 0 where everything is proved, with a row for each node that has documents', async () => {
    const { code, stdout, stderr } = await provedOf([], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/│ Root +│ SCP +│ +1 │ +1 │ proved equal │ none +│ +0 │/);
    expect(stdout).toMatch(/Kept\.\n$/);
  });

  it('ends with 2 where a promise is refuted, with the request that gets through', async () => {
    const { code, stdout } = await provedOf([], {
      promises: [{ that: 'Nobody deletes a bucket', deny: { Action: 's3:DeleteBucket' } }],
    });
    expect(code).toBe(2);
    expect(stdout).toContain('Root, made-control: Nobody deletes a bucket: refuted\n  allowed    s3:DeleteBucket on *');
    expect(stdout).toContain('Promises: 1 refuted. 1 are in words of their own, of 1 controls');
  });

  it('accepts a request for a written reason, and the reason only while there is such a request', async () => {
    const promise = { that: 'Nobody does', exception: 'AWS does it itself' };
    const accepted = await provedOf([], { promises: [{ ...promise, deny: { Action: 's3:DeleteBucket' } }] });
    expect(accepted).toMatchObject({ code: 0, stdout: expect.stringContaining('accepted  AWS does it itself') });
    const stale = await provedOf([], { promises: [{ ...promise, deny: { Action: 's3:CreateBucket' } }] });
    expect(stale).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('though an exception is written down: take it out'),
    });
  });

  it('ends with 2 where something is not decided, and says of which operator', async () => {
    const Condition = { BinaryEquals: { 'aws:x': 'QUJD' } };
    const { code, stdout } = await provedOf([], { prevent: { scp: [{ Action: 's3:CreateBucket', Condition }] } });
    expect(code).toBe(2);
    expect(stdout).toContain('because    of the operator binaryequals, which is not encoded (BinaryEquals of aws:x)');
  });

  it('ends with 2 where no control denies anything, for nothing is proved', async () => {
    const { code, stdout } = await provedOf([], { mode: 'off' });
    expect(code).toBe(2);
    expect(stdout).toContain('there is nothing to prove');
  });

  it('lists the promises that are asked nowhere, which is no fault', async () => {
    const promises = [{ that: 'Nobody makes one', deny: { Action: 's3:CreateBucket' } }];
    const { code, stdout } = await provedOf([], {}, { id: 'off-control', mode: 'off', promises });
    expect(code).toBe(0);
    expect(stdout).toContain('attached nowhere:\n  off-control: Nobody makes one');
  });

  it('lists what changes nothing, which is no fault', async () => {
    const eu = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
    const scp = [{ Action: 's3:CreateBucket' }, { Action: 's3:CreateBucket', Condition: eu }];
    const { code, stdout } = await provedOf([], { prevent: { scp } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Changes nothing, because others deny the same:\n {2}Root, made-control: \{.*eu-west-1/);
  });

  it('says the same in JSON', async () => {
    const { code, stdout } = await provedOf(['--json'], {});
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kept: true,
      promises: { proved: 0, refuted: 0, 'not decided': 0 },
      nodes: [
        {
          node: 'Root',
          type: 'SERVICE_CONTROL_POLICY',
          asked: 1,
          packed: 1,
          findings: [],
          dead: [],
          seconds: expect.any(Number),
        },
      ],
    });
  });
});

describe('prove --against', () => {
  it('a folder ends with 0 where nothing is newly allowed, whichever statements deny it now', async () => {
    const folder = synthed([
      deny('s3:CreateBucket'),
      deny('s3:CreateBucket', { StringEquals: { 'aws:ResourceOrgID': 'ORGANIZATION' } }),
    ]);
    const { code, stdout } = await provedOf(['--against', folder], { prevent: { scp: [{ Action: 's3:*' }] } });
    expect(code).toBe(0);
    expect(stdout).toContain(`Nothing is newly allowed since ${folder}.`);
  });

  it('shows the smallest request that is newly allowed, with the control by its Sid', async () => {
    const folder = synthed([{ Sid: 'MadeControl2', ...deny('s3:*Bucket') }]);
    const { code, stdout } = await provedOf(['--against', folder, '--json'], {});
    expect(code).toBe(2);
    expect(JSON.parse(stdout).newlyAllowed).toMatchObject([
      {
        node: 'root',
        policy: 'root-1',
        controls: ['made-control'],
        answer: { verdict: 'refuted', by: { resource: '*', context: {} } },
      },
    ]);
  });

  it('names the controls that the policy says it keeps, where a statement keeps several', async () => {
    const keeps = { description: 'Keeps made-control, gone-control and 2 more' };
    const withAction = await provedOf(['--against', synthed([deny('s3:CreateBucket')], keeps), '--json'], {
      prevent: { scp: [{ Action: 's3:CreateBucket', Condition: { Null: { 'aws:PrincipalArn': 'true' } } }] },
    });
    expect(JSON.parse(withAction.stdout).newlyAllowed).toMatchObject([{ controls: ['made-control'] }]);
    const without = await provedOf(['--against', synthed([deny('iam:PassRole')], keeps), '--json'], {});
    expect(JSON.parse(without.stdout).newlyAllowed).toMatchObject([{ controls: ['gone-control'] }]);
  });

  it('reads policy variables as AWS would, and not as Terraform would', async () => {
    const folder = synthed([deny('s3:CreateBucket', { StringEquals: { 'aws:SourceAccount': 'VARIABLE' } })]);
    const Condition = { Null: { 'aws:SourceAccount': 'false' } };
    const { code } = await provedOf(['--against', folder], {
      prevent: { scp: [{ Action: 's3:CreateBucket', Condition }] },
    });
    expect(code).toBe(0);
  });

  it('counts what is attached above an OU or an account, and says which node is gone', async () => {
    const at = async (node: string) =>
      (await provedOf(['--against', synthed([deny('s3:CreateBucket')], { node })], {})).code;
    expect(await at('ou-Sandbox')).toBe(0);
    expect(await at('account-sandbox')).toBe(0);
    const gone = await provedOf(['--against', synthed([deny('s3:CreateBucket')], { node: 'ou-Gone' })], {});
    expect(gone).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('because    ou-Gone is no node of the organization any more'),
    });
  });

  describe('follows an account that was moved', () => {
    const units = { 'ou-Sandbox': 'root', 'ou-Workloads': 'root', 'ou-Workloads-MachineLearning': 'ou-Workloads' };
    const inWorkloads = { where: { organizationalUnits: ['Workloads'] } };
    const against = (accounts: Readonly<Record<string, string>>) =>
      provedOf(
        ['--against', synthed([deny('s3:CreateBucket')], { node: 'ou-Workloads', units, accounts }), '--json'],
        inWorkloads,
      );

    it('out of the OU whose policies bound it: the request is shown, and the account', async () => {
      const { code, stdout } = await against({ 'account-sandbox': 'ou-Workloads-MachineLearning' });
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({
        compared: 1,
        accounts: 1,
        newlyAllowed: [
          {
            node: 'ou-Workloads',
            places: ['account-sandbox'],
            answer: { verdict: 'refuted', by: { action: 's3:CreateBucket' } },
          },
        ],
      });
    });

    it('into one, which lets go of nothing, like one that stayed and one that is gone', async () => {
      const stayed = { 'account-models': 'ou-Workloads-MachineLearning', 'account-gone': 'ou-Workloads' };
      expect((await against({ ...stayed, 'account-sandbox': 'ou-Sandbox' })).code).toBe(0);
    });

    it('out of the organization, where nothing binds it', async () => {
      const { stdout } = await against({ 'account-partner': 'ou-Workloads' });
      expect(JSON.parse(stdout).newlyAllowed).toMatchObject([{ places: ['account-partner'] }]);
    });

    it('out of an OU that is gone: what binds it today counts', async () => {
      const accounts = { 'account-models': 'ou-Old', 'account-sandbox': 'ou-Old' };
      const folder = synthed([deny('s3:CreateBucket')], { node: 'ou-Old', units: { 'ou-Old': 'root' }, accounts });
      const { stdout } = await provedOf(['--against', folder, '--json'], inWorkloads);
      expect(JSON.parse(stdout).newlyAllowed).toMatchObject([{ node: 'ou-Old', places: ['account-sandbox'] }]);
      expect((await provedOf(['--against', folder], {})).code).toBe(0);
    });

    it('and was renamed, with its OU: it is known by its key', async () => {
      const was = ({ name, state, origin }: ReturnType<typeof sampleAccounts>[number]) =>
        [name, { key: name, state: origin === 'external' ? 'external' : (state ?? 'active') }] as const;
      const paths = ['Sandbox', 'Security', 'Suspended', 'Workloads', 'Workloads/MachineLearning'];
      const zone = zoneOf({
        controls: [madeControl(inWorkloads)],
        settings: {
          organizationalUnits: [
            'Security',
            'Workloads/MachineLearning/Production',
            { path: 'Playground', formerly: 'Sandbox' },
            'Suspended',
          ],
        },
        accounts: sampleAccounts()
          .map((account) => (account.ou === 'Sandbox' ? { ...account, ou: 'Playground' } : account))
          .map((account) =>
            account.name === 'sandbox' ? { ...account, name: 'playground', formerly: 'sandbox' } : account,
          ),
        ledger: {
          ...deployedBefore,
          accounts: Object.fromEntries(sampleAccounts().map(was)),
          organizationalUnits: Object.fromEntries(paths.map((path) => [path, path])),
        },
      });
      const at = (node: string) => {
        const accounts = { 'account-sandbox': node };
        const folder = synthed([deny('s3:CreateBucket')], { node, units, accounts });
        const command = {
          ...prove,
          run: ((options, context) => run(options, context, () => zone)) as typeof prove.run,
        };
        return runCli(command, ['--against', folder, '--json']);
      };
      for (const node of ['ou-Workloads', 'ou-Sandbox']) {
        const [found] = JSON.parse((await at(node)).stdout).newlyAllowed;
        expect(found).toMatchObject({ node, answer: { verdict: 'refuted' } });
        expect(found.places).toContain('account-sandbox');
      }
    });

    it('from where nobody can tell, which is not decided', async () => {
      const { code, stdout } = await against({ 'account-sandbox': 'ou-Unknown' });
      expect(code).toBe(2);
      expect(JSON.parse(stdout).unread).toMatchObject([{ resource: 'account-sandbox' }]);
    });
  });

  it.each([
    ['a policy that is not in the folder', { policy: 'p-12345678' }, "attaches 'p-12345678'"],
    ['a target that is no node', { target: '111122223333' }, "attached to '111122223333'"],
  ])('decides nothing of an attachment of %s', async (_, change, because) => {
    const { code, stdout } = await provedOf(['--against', synthed([deny('s3:CreateBucket')], change)], {});
    expect(code).toBe(2);
    expect(stdout).toContain('not decided of scp-root-1-at-root');
    expect(stdout).toContain(because);
    expect(stdout).not.toContain('Nothing is newly allowed');
  });

  it('says how much it has compared, and that what allows is left out', async () => {
    const allow = { ...deny('s3:*'), Effect: 'Allow' };
    const { code, stdout } = await provedOf(['--against', synthed([allow, deny('s3:CreateBucket')])], {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/Compared with .*: 1 statements as they are attached, for 0 accounts of then\./);
    expect(stdout).toContain('Not compared: 1 statements of');
  });

  it('refuses a folder without a statement that denies', async () => {
    const { code, stderr } = await provedOf(['--against', synthed([])], {});
    expect(code).toBe(1);
    expect(stderr).toContain('there is nothing to compare');
  });

  it('refuses what is neither a folder nor a commit, before it reads anything', async () => {
    const { code, stderr } = await provedOf(['--against', 'nowhere'], {});
    expect(code).toBe(1);
    expect(stderr).toContain('--against is "nowhere"');
  });
});

describe('a commit', () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
  const committed = (program: string): string => {
    const folder = temporary();
    const build = 'mkdir -p build/accounts && cp main.js build/ && touch build/accounts/landing-zone.js';
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: {}, scripts: { build } }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: {} }));
    writeFileSync(join(folder, 'main.js'), program);
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-q', '-m', 'a'],
    ])
      git(folder, ...args);
    return folder;
  };

  it('is synthesized in a temporary folder, which is gone afterwards', async () => {
    const project = committed(
      "const { mkdirSync, writeFileSync } = require('node:fs'); const { CDKTF_OUTDIR: out } = process.env; mkdirSync(out); " +
        `writeFileSync(out + '/manifest.json', '{"stacks":{}}');`,
    );
    writeFileSync(join(project, 'main.js'), 'throw new Error("today");');
    let made = '';
    await withSynthOf(
      'HEAD',
      async (folder) => {
        made = folder;
        expect(existsSync(folder)).toBe(true);
      },
      project,
    );
    expect(existsSync(made)).toBe(false);
  });

  it('that does not synthesize says why', async () => {
    const project = committed('process.stderr.write("no account\\n"); process.exitCode = 1;');
    await expect(withSynthOf('HEAD', async () => undefined, project)).rejects.toThrow(
      'the synthesis of HEAD failed:\n\nno account\nSynthesize it in a checkout of its own',
    );
  });

  it('is known by git, and an option of git is none', () => {
    const project = committed('');
    const isCommit = (name: string) => tryCommitOf(project, name) !== undefined;
    expect([isCommit('HEAD'), isCommit('nowhere'), isCommit('--all')]).toEqual([true, false, false]);
  });
});
