import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diff } from '../../../cli/diff';
import { describeChanges } from '../../../cli/diff/report';
import { run } from '../../../cli/diff/run';
import { differencesOf } from '../../../review/differences';
import { stackChanges } from '../../../review/stack-changes';
import type { LandingZone } from '../../../schema/landing-zone';
import { synthesizeLandingZone } from '../../../stacks';
import { madeControl } from '../../support/made-control';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';
import { sampleAccounts, zoneOf } from '../../support/zone';

const leave = { Sid: 'NoLeave', Effect: 'Deny', Action: ['a:One', 'a:Two'], Resource: '*' };
const nameless = { Effect: 'Deny', Action: ['b:One'], Resource: '*', Condition: { Bool: { x: 'true' } } };
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

describe('two versions of a policy', () => {
  it('differ in the actions of the statement that changed, whatever the order', () => {
    const before = { content: policy(leave, nameless) };
    const after = {
      content: policy({ ...nameless, Action: ['b:One', 'b:Two'] }, { ...leave, Action: ['a:Two'] }),
    };
    expect(differencesOf(before, after)).toEqual([
      { path: 'content.Statement[NoLeave].Action[]', before: 'a:One' },
      { path: 'content.Statement[].Action[]', after: 'b:Two' },
    ]);
  });

  it('do not differ by the order of statements and spaces', () => {
    const spaced = JSON.stringify(JSON.parse(policy(nameless, leave)), undefined, 2);
    expect(differencesOf({ content: policy(leave, nameless) }, { content: spaced })).toEqual([]);
  });

  it('differ by a whole statement where none is like it', () => {
    expect(differencesOf(policy(leave), policy(leave, nameless))).toEqual([{ path: 'Statement[]', after: nameless }]);
    expect(differencesOf(policy(leave, nameless), policy(leave))).toEqual([{ path: 'Statement[]', before: nameless }]);
  });
});

describe('two versions of a stack', () => {
  it('differ by resources, data sources, outputs and settings, and by no metadata', () => {
    const before = {
      '//': { outputs: 1 },
      resource: { aws_kms_key: { data: { rotation: true }, old: {} } },
      terraform: { required_version: '>= 1.10.0' },
    };
    const after = {
      '//': { outputs: 2 },
      resource: { aws_kms_key: { data: { rotation: false } } },
      data: { aws_region: { here: {} } },
      terraform: { required_version: '>= 1.11.0' },
    };
    expect(stackChanges(before, after)).toEqual([
      {
        address: 'aws_kms_key.data',
        change: 'changed',
        differences: [{ path: 'rotation', before: true, after: false }],
      },
      { address: 'aws_kms_key.old', change: 'removed', differences: [] },
      { address: 'data.aws_region.here', change: 'added', differences: [] },
      {
        address: 'terraform.required_version',
        change: 'changed',
        differences: [{ path: '', before: '>= 1.10.0', after: '>= 1.11.0' }],
      },
    ]);
  });
});

describe('the command diff', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-diff-test-'));
  afterAll(() => rmSync(outdir, { recursive: true }));
  const regions = ['eu-central-1', 'eu-west-1'];
  const before = smallZone({ regions }, ['models', 'sandbox']);
  beforeAll(() => synthesizeLandingZone(before, { outdir }));

  const against = (zone: LandingZone, folder = outdir) =>
    runCli({ ...diff, run: (_options, context) => run({ with: folder }, context, () => zone) }, []);

  it('says that nothing changes', async () => {
    expect(await against(before)).toEqual({ code: 0, stdout: 'Nothing changes.\n', stderr: '' });
  });

  it('says what a control adds to a policy, and answers with 2', async () => {
    const accounts = sampleAccounts().filter(({ name, role }) => role || name === 'models' || name === 'sandbox');
    const controls = [madeControl({ prevent: { scp: [{ Action: 's3:DeleteBucket' }] } })];
    const { code, stdout } = await against(zoneOf({ settings: { regions }, accounts, controls }));
    expect(code).toBe(2);
    expect(stdout).toMatch(/^management\n(?:.*\n)* {2}\+ aws_organizations_policy\.scp-root-1\n/m);
  });

  it('names stacks that are new or gone', async () => {
    const { stdout } = await against(smallZone({ regions }, ['models']));
    expect(stdout).toContain('account-sandbox\n  is no stack any more');
    const added = stackChanges({}, { output: { a: {} } });
    expect(describeChanges([{ stack: 'account-new', change: 'added', changes: added }])).toMatch(
      /^account-new\n {2}is a new stack with 1 /,
    );
  });

  it('shows stacks that change alike once', () => {
    const changes = stackChanges({}, { output: { a: {} } });
    const changed = ['account-a', 'account-b'].map((stack) => ({ stack, change: 'changed' as const, changes }));
    expect(describeChanges(changed)).toBe('account-a, account-b\n  + output.a');
  });

  it('refuses a folder that synth has not written', async () => {
    const { code, stderr } = await against(before, join(outdir, 'nowhere'));
    expect(code).toBe(1);
    expect(stderr).toContain('must be a folder that synth has written');
  });

  it('cuts what is long', () => {
    const changes = stackChanges({ output: { a: { value: 'x' } } }, { output: { a: { value: 'y'.repeat(900) } } });
    const text = describeChanges([{ stack: 'security', change: 'changed', changes }]);
    expect(text).toMatch(/^security\n {2}~ output\.a\n {6}~ value {2}"x" -> "y{199}…$/);
  });
});
