import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '../../../cli/rehearse';
import { describeRunning, Progress } from '../../../cli/rehearse/progress';
import { run, type Surroundings } from '../../../cli/rehearse/run';
import type { EmulatedAws } from '../../../emulator/emulated-aws';
import type { RehearsalOptions, RehearsalResult } from '../../../rehearsal/rehearse';
import type { RuleResult } from '../../../rehearsal/rules/judge-zone';
import type { UpgradeOptions, UpgradeResult } from '../../../rehearsal/upgrade';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-visit-'));
const umask = process.umask();
beforeAll(() => {
  mkdirSync(join(folder, 'state'));
  const outputs = { account_ids: { value: { models: '444455556666' } } };
  writeFileSync(join(folder, 'state', 'management.tfstate'), JSON.stringify({ outputs }));
});
afterEach(() => process.umask(umask));
afterAll(() => rmSync(folder, { recursive: true }));

const zone = zoneOf({ controls: [] });
const green: RehearsalResult = {
  steps: [
    { stack: 'management', phase: 'deploy', seconds: 1, resources: 41 },
    { stack: 'management', phase: 'plan', seconds: 2, resources: 41 },
  ],
  drift: [],
  leftovers: [],
  staying: [],
  lost: [],
  lockouts: [],
  tornDown: true,
  requests: 12,
  seconds: 3,
};
const failedRule: RuleResult = {
  ...{ account: 'a', region: 'r', rule: 'data-key-rotation', outcome: 'failed', isExpected: true },
  reports: [{ resource: 'key-1', fault: 'it does not rotate' }],
};
const aws = {
  port: 4566,
  environment: {
    AWS_ACCESS_KEY_ID: 'AKIA111122223333USER',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    HTTP_PROXY: 'http://127.0.0.1:4566',
  },
} as unknown as EmulatedAws;

const terraform = {
  name: 'terraform',
  program: 'terraform',
  registry: 'registry.terraform.io',
  version: '1.11.4',
} as const;

/** Runs the command where the rehearsal itself shows a result. */
async function runRehearse(
  args: readonly string[],
  shown: Partial<RehearsalResult> = {},
  more: Partial<Surroundings> = {},
) {
  const asked: RehearsalOptions[] = [];
  const surroundings: Surroundings = {
    zone,
    folder,
    root: folder,
    tryCommitOf: (_root, ref) => (ref === 'v0.1.0' ? 'c0ffee00' : undefined),
    rehearseUpgrade: async () => {
      throw new Error('not an upgrade');
    },
    findTools: () => ({ tools: { engine: terraform, providerMirror: '/opt/mirror' }, missing: [] }),
    rehearse: async (options) => {
      asked.push(options);
      const result = { ...green, ...shown, tornDown: options.visit === undefined };
      for (const step of result.steps) {
        options.onBegin?.(step);
        options.onProgress?.(step);
      }
      await options.visit?.(aws, result);
      return result;
    },
    visitEnds: async () => undefined,
    ...more,
  };
  const command: typeof rehearse = { ...rehearse, run: (options, context) => run(options, context, surroundings) };
  return { ...(await runCli(command, args)), asked };
}

describe('the command rehearse', () => {
  it('says each phase that is over beside the answer, and answers with a table and a verdict', async () => {
    const { code, stdout, stderr } = await runRehearse([]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'deploy  management                    41 resources     1.0 s\nplan    management                    41 resources     2.0 s\n',
    );
    expect(stdout).toMatch(/│ management │ +41 │ +1\.0 │ empty +│ +2\.0 │ +- │ +- │/);
    expect(stdout).toMatch(/\nGreen: 2 steps, 12 requests to AWS, 3 s\. Logs are in \.rehearsal\/\n$/);
  });

  it.each([
    [
      'a second plan is not empty',
      { drift: [{ stack: 'management', plan: '+ bucket' }] },
      /management is not empty:\n\+ bucket/,
    ],
    ['something is left', { leftovers: [{ account: '1', resource: 'bucket b' }] }, /left in account 1: bucket b/],
    [
      'what was adopted is gone',
      { lost: [{ account: '1', resource: 'global organization o-1' }] },
      /adopted and destroyed in account 1: global organization o-1/,
    ],
    [
      'a policy of its own would lock the deploy role out',
      { lockouts: [{ account: 'a', action: 's3:X', region: 'r', resource: '*', controls: ['c'] }] },
      /c would deny s3:X in r to the deploy role of a/,
    ],
    [
      'a rule fails',
      {
        rules: [failedRule],
      },
      /data-key-rotation in a, r: key-1: it does not rotate/,
    ],
  ])('ends with 2 where %s', async (_what, shown, text) => {
    const { code, stdout } = await runRehearse([], shown);
    expect(code).toBe(2);
    expect(stdout).toMatch(text);
    expect(stdout).toContain('\nNot green: ');
    expect((await runRehearse(['--json'], shown)).code).toBe(2);
  });

  it('is green where something stays on in an adopted account, and says so', async () => {
    const { code, stdout } = await runRehearse([], { staying: [{ account: '1', resource: 'r security-hub default' }] });
    expect(code).toBe(0);
    expect(stdout).toContain('stays on in the adopted account 1: r security-hub default');
  });

  it('prints one JSON object and nothing else on stdout', async () => {
    const { stdout } = await runRehearse(['--json']);
    expect(JSON.parse(stdout)).toEqual(green);
  });

  it('gives its options on', async () => {
    const { asked } = await runRehearse(['--faults', '0.1', '--seed', '7', '--port', '4566']);
    expect(asked).toMatchObject([{ faults: { share: 0.1, seed: 7 }, port: 4566, visit: undefined }]);
    expect((await runRehearse([])).asked[0]).toMatchObject({ faults: undefined, rules: false });
    expect((await runRehearse(['--rules'])).asked[0]?.rules).toBe(true);
  });

  it('lets nobody else read what Terraform writes', async () => {
    await runRehearse([]);
    expect(process.umask()).toBe(0o077);
  });

  it('refuses stacks that there are not, all at once, with the nearest name', async () => {
    const { code, stderr, asked } = await runRehearse([
      '--stack',
      'account-model',
      '--interrupt',
      'secrity',
      '--port',
      '0',
    ]);
    expect([code, asked]).toEqual([1, []]);
    expect(stderr).toMatch(/^The request has 3 problems; nothing was done\./);
    for (const near of ['account-models', 'security']) expect(stderr).toContain(`did you mean '${near}'?`);
  });

  it('refuses to interrupt a stack that is not deployed', async () => {
    const { code, stderr } = await runRehearse(['--stack', 'management', '--interrupt', 'security']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      '--interrupt is "security"\n  rule: must be a stack that is deployed\n  fix:  use one of: management',
    );
    expect((await runRehearse(['--stack', 'log-archive', '--interrupt', 'management'])).code).toBe(0);
  });

  it('keeps states in a bucket or in HCP Terraform, and interrupts only where they are in files', async () => {
    const { code, asked } = await runRehearse(['--backend', 's3']);
    expect([code, asked[0]?.backend]).toEqual([0, 's3']);
    const refused = await runRehearse(['--backend', 'hcp', '--interrupt', 'management']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--interrupt is "management"\n  rule: is rehearsed with states in files');
  });

  it('says all that is missing to rehearse', async () => {
    const { code, stderr } = await runRehearse([], {}, { findTools: () => ({ missing: ['no terraform', 'no moto'] }) });
    expect(code).toBe(1);
    expect(stderr).toBe('A rehearsal cannot run here:\n  - no terraform\n  - no moto\n');
  });
});

describe('a rehearsal that is kept', () => {
  it('says what was deployed and how to enter each account while it is held, and not that it is green', async () => {
    let during = '';
    const { code, stdout } = await runRehearse(
      ['--keep'],
      {},
      {
        visitEnds: async () => {
          during = readFileSync(join(folder, 'aws-config'), 'utf8');
        },
      },
    );
    expect(code).toBe(0);
    expect(during).toContain('[profile models]\n');
    expect(stdout).toContain('Deployed; second plans empty; not torn down: 2 steps, 12 requests');
    expect(stdout).not.toContain('Green');
    expect(stdout).not.toContain('destroy s');
    expect(stdout).toMatch(/│ models +│ 444455556666 │ models +│/);
    expect(stdout).toContain(`  export AWS_CONFIG_FILE=${join(folder, 'aws-config')}\n`);
    expect(stdout).toContain(`  export AWS_REGION=${zone.homeRegion}\n`);
    expect(stdout.match(/Deployed;/g)).toHaveLength(1);
  });

  it('leads the commands that read AWS there', async () => {
    const { stdout } = await runRehearse(['--keep']);
    expect(stdout).toContain('  export AWS_ENDPOINT_URL=http://127.0.0.1:4566\n');
    expect(stdout).toContain('  npx landing-zone verify --fail-on differs\n');
    expect(stdout).toContain('  npx landing-zone evidence --out .rehearsal/evidence\n');
  });

  it('writes a profile for every account that only its owner may read', async () => {
    await runRehearse(['--keep']);
    const file = join(folder, 'aws-config');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const common = `region = ${zone.homeRegion}\nendpoint_url = http://127.0.0.1:4566\n`;
    expect(readFileSync(file, 'utf8')).toContain(
      `[profile models]\nrole_arn = arn:aws:iam::444455556666:role/${zone.deployRole}\nrole_session_name = visitor-${process.pid}-4566\nsource_profile = management\n${common}`,
    );
    expect(readFileSync(file, 'utf8')).toContain(
      `[profile management]\naws_access_key_id = AKIA111122223333USER\naws_secret_access_key = rehearsal\n${common}`,
    );
  });

  it('gives a program the same in one JSON object, before it is held', async () => {
    const { stdout } = await runRehearse(['--keep', '--json']);
    const { visit, tornDown } = JSON.parse(stdout);
    expect(tornDown).toBe(false);
    expect(visit).toMatchObject({ endpoint: 'http://127.0.0.1:4566', environment: { AWS_PROFILE: 'management' } });
    expect(visit.environment.TF_CLI_CONFIG_FILE).toBe(join(folder, 'cli.tfrc'));
    expect(visit.accounts).toContainEqual({ name: 'models', id: '444455556666', profile: 'models' });
  });

  it('ends with 2 where a second plan was not empty', async () => {
    const { code, stdout } = await runRehearse(['--keep'], { drift: [{ stack: 'management', plan: '+ bucket' }] });
    expect(code).toBe(2);
    expect(stdout).toContain('Not green: ');
  });
});

describe('the line of what is under way', () => {
  it('has the time, and the stacks of each phase', () => {
    const running = [
      { phase: 'deploy', stack: 'log-archive' },
      { phase: 'plan', stack: 'management' },
      { phase: 'deploy', stack: 'security' },
    ] as const;
    expect(describeRunning(running, 65)).toBe('1:05  deploy log-archive, security; plan management');
    expect(describeRunning([], 0)).toBe('0:00  preparing');
    expect(describeRunning([], 600, 'batch 3 of 17')).toBe('10:00  batch 3 of 17');
  });

  it.each([
    ['where there is no terminal', false, 1],
    ['on a terminal, which shows it all the time', true, 0],
  ])('says so twice a minute %s', (_where, live, lines) => {
    jest.useFakeTimers();
    const notes: string[] = [];
    const progress = new Progress({ live: () => live, note: (text) => notes.push(text) });
    progress.begin({ phase: 'deploy', stack: 'security' });
    jest.advanceTimersByTime(20_000);
    progress.end({ phase: 'plan', stack: 'management' }, 'planned');
    jest.advanceTimersByTime(31_000);
    progress.stop();
    jest.useRealTimers();
    expect(notes).toEqual(['planned', ...Array(lines).fill('0:50  deploy security')]);
  });
});

describe('the line of what is under way, of changes', () => {
  it('names the batch, which takes minutes', () => {
    jest.useFakeTimers();
    const notes: string[] = [];
    const progress = new Progress({ live: () => false, note: (text) => notes.push(text) });
    progress.at('batch 1 of 17, with 60 rows: forth and back');
    jest.advanceTimersByTime(31_000);
    progress.stop();
    jest.useRealTimers();
    expect(notes).toEqual(['0:30  batch 1 of 17, with 60 rows: forth and back']);
  });
});

describe('a rehearsal of an upgrade', () => {
  const safe: UpgradeResult = {
    from: { commit: 'c0ffee0011', version: '0.1.0' },
    steps: [{ stack: 'security', phase: 'upgrade', seconds: 1, resources: 9 }],
    differences: [],
    refused: [],
    skipped: [],
    gone: [],
    drift: [],
    lockouts: [],
    requests: 12,
    seconds: 3,
  };
  const asked: UpgradeOptions[] = [];
  const upgradeTo = (shown: Partial<UpgradeResult>, ...args: readonly string[]) =>
    runRehearse(
      ['--from', 'v0.1.0', ...args],
      {},
      {
        rehearseUpgrade: async (options) => {
          asked.push(options);
          return { ...safe, ...shown };
        },
      },
    );
  const difference = {
    stack: 'security',
    address: 'aws_sns_topic.findings',
    type: 'aws_sns_topic',
    action: 'replace' as const,
    because: ['name'],
    unannounced: false,
    advice: 'confirm the subscriptions again',
  };

  it('starts from the commit that was named, and is safe where nothing is lost', async () => {
    const { code, stdout } = await upgradeTo({}, '--stack', 'log-archive');
    expect(code).toBe(0);
    expect(asked.at(-1)).toMatchObject({ commit: 'c0ffee00', stack: 'log-archive', root: folder });
    expect(stdout).toContain('From 0.1.0 (c0ffee0): 1 stack planned, no differences.');
    expect(stdout).toContain('\nSafe to upgrade: 12 requests');
  });

  it('lists each difference with what a person has to do, and is safe where every loss is announced', async () => {
    const { code, stdout } = await upgradeTo({ differences: [difference] });
    expect(code).toBe(0);
    expect(stdout).toContain(
      'security: replace aws_sns_topic.findings (because of name)\n  todo: confirm the subscriptions again\n',
    );
  });

  it.each<[string, Partial<UpgradeResult>, RegExp]>([
    [
      'a loss is not announced',
      { differences: [{ ...difference, unannounced: true }] },
      /\(because of name; not announced\)/,
    ],
    [
      'Terraform refuses to plan',
      { refused: [{ stack: 'security', errors: 'Error: no' }], skipped: ['compliance'] },
      /refuses to plan security:\n\nError: no\n\ncompliance was not upgraded/,
    ],
    ['a stack is gone', { gone: ['account-old'] }, /account-old is no stack any more/],
    [
      'a second plan is not empty',
      { drift: [{ stack: 'security', plan: '+ topic' }] },
      /second plan of security is not empty:\n\+ topic/,
    ],
    [
      'a policy of its own would lock the deploy role out',
      { lockouts: [{ account: 'a', action: 's3:X', region: 'r', resource: '*', controls: ['c'] }] },
      /c would deny s3:X in r/,
    ],
  ])('ends with 2 where %s', async (_what, shown, text) => {
    const { code, stdout } = await upgradeTo(shown);
    expect(code).toBe(2);
    expect(stdout).toMatch(text);
    expect(stdout).toContain('\nNot safe to upgrade: ');
  });

  it('refuses a release that git does not know, and what has no meaning for an upgrade, all at once', async () => {
    const { code, stderr } = await runRehearse(['--from', 'v9', '--keep', '--rules', '--interrupt', 'security']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The request has 4 problems; nothing was done\./);
    expect(stderr).toContain('--from is "v9"\n  rule: must be a commit, tag or branch');
  });
});
