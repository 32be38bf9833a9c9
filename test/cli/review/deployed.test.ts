import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { review } from '../../../cli/review';
import { statedIn, withDeployed } from '../../../cli/review/deployed';
import { run } from '../../../cli/review/run';
import { readManifest, readStack } from '../../../deployment/manifest';
import { configurationOf } from '../../../schema/facts/made-of';
import type { SettingsSpec } from '../../../schema/forms/settings';
import { synthesizeLandingZone } from '../../../stacks';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';
import { sampleSettings } from '../../support/zone';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-deployed-test-'));
const outdir = join(folder, 'cdktf.out');
const stateOf = (stack: string): string => join(folder, 'state', `${stack}.tfstate`);

/** What an apply publishes of a text. */
const publishing = (text: string, configuration = configurationOf(text)) => ({
  outputs: {
    made_of: { value: { configuration } },
    made_of_json: { value: gzipSync(text).toString('base64') },
  },
});

const weaker: Partial<SettingsSpec> = {
  services: { ...sampleSettings().services, ec2: { snapshotSharing: 'not-set' } },
};

describe('what is deployed', () => {
  beforeAll(() => {
    synthesizeLandingZone(smallZone(), { outdir });
    mkdirSync(join(folder, 'state'));
    for (const stack of readManifest(outdir))
      writeFileSync(stateOf(stack.name), JSON.stringify(publishing(readStack(stack))));
    jest.replaceProperty(process, 'env', { ...process.env, CDKTF_OUTDIR: outdir });
  });
  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const reviewed = (settings: Partial<SettingsSpec>, ...args: readonly string[]) => {
    const zone = smallZone(settings);
    return runCli({ ...review, run: (options, context) => run(options, context, () => zone) }, [
      '--before',
      'deployed',
      ...args,
    ]);
  };

  it('is the text that each state has, whatever lies in the output folder', async () => {
    expect((await reviewed({}, '--fail-on', 'change')).stdout).toContain(
      'Nothing changes between what is deployed and',
    );
    const { stdout } = await reviewed(weaker);
    expect(stdout).toContain('Compared: what is deployed with today’s files');
    expect(stdout).toMatch(/\*\*Weaker\*\*: 1 weaker/);
  });

  it('is compared with a folder that is deployed from', async () => {
    expect((await reviewed(weaker, '--after', outdir)).stdout).toContain('Nothing changes');
  });

  it('cannot be compared with a commit, whose stacks do not say where their states are', async () => {
    const { code, stderr } = await reviewed({}, '--after', 'HEAD');
    expect(code).toBe(1);
    expect(stderr).toContain('must be a folder that synth has written, where --before is deployed');
  });

  it.each([
    ['an older release has applied it', { outputs: { made_of: { value: {} } } }, 'does not have what was applied'],
    ['its file was another during the apply', publishing('{}', 'of another'), 'was another while it was applied'],
    ['it is no state', '{"version":', 'cannot be read'],
  ])('is not judged where %s, and nothing else of the stack is said', async (_, state, why) => {
    const before = readFileSync(stateOf('management'), 'utf8');
    writeFileSync(stateOf('management'), typeof state === 'string' ? state : JSON.stringify(state));
    const { stdout } = await reviewed(weaker);
    expect((await reviewed(weaker, '--fail-on', 'not-judged')).code).toBe(2);
    writeFileSync(stateOf('management'), before);
    expect(stdout).toMatch(/0 weaker, 1 not judged/);
    expect(stdout).toContain(why);
  });

  it('has no stack that was never applied: it is new', async () => {
    const before = readFileSync(stateOf('cost'), 'utf8');
    rmSync(stateOf('cost'));
    const { stdout } = await reviewed({});
    writeFileSync(stateOf('cost'), before);
    expect(stdout).toContain('is a new stack');
  });

  it('is not known of a workspace that does not answer, which the token may not see', async () => {
    const [stack] = statedIn(outdir, resolve(outdir));
    if (!stack) throw new Error('there is no stack');
    const place = { type: 'hcp', hostname: 'app.terraform.io', organization: 'example', workspace: 'lz' } as const;
    const findings = await withDeployed(
      [{ ...stack, place }],
      (deployed) => deployed.findings,
      async () => undefined,
    );
    expect(findings[0]?.effects[0]).toMatchObject({
      verdict: 'not judged',
      says: expect.stringContaining('may not see the workspace lz'),
    });
  });

  it('is nothing to compare with where nothing was applied', async () => {
    await expect(
      withDeployed(
        statedIn(outdir, outdir),
        () => undefined,
        async () => undefined,
      ),
    ).rejects.toThrow('Nothing is deployed');
  });
});
