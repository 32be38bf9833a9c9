import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import type { Verification } from '../../live/finding';
import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { resolve, write } from '../../rehearsal/changes/written';
import { worldOf } from '../../rehearsal/world';
import { breakAll, faults, mendAll, missedIn } from '../support/cycle/break';
import { Commands, type Said } from '../support/cycle/commands';
import { ProjectCopy } from '../support/cycle/project';
import { cycleZone } from '../support/cycle/zone';
import { describeDeployed, unlessAsked } from '../support/deployed';

jest.setTimeout(20 * 60_000);

const hasCli = spawnSync('aws', ['--version'], { stdio: 'ignore' }).error === undefined;

/** What came of a command, without what would hide it. */
const ended = ({ code, stderr }: Said) => ({ code, stderr: code === 1 ? stderr : '' });

describeDeployed('a landing zone that is operated by commands alone', () => {
  let folder: string;
  let project: ProjectCopy;
  let aws: EmulatedAws;
  let commands: Commands;
  let before: Verification;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'landing-zone-cycle-'));
    project = new ProjectCopy(join(folder, 'project'));
    project.write(cycleZone);
    const shipped = { controls: readFolder(folders.controls).files, auditQueries: readFolder(folders.queries).files };
    aws = await startEmulatedAws({ settings: worldOf(resolve(cycleZone, shipped)) });
    commands = new Commands(project.folder, aws, 'eu-central-1');
  });
  afterAll(async () => {
    await aws?.close();
    rmSync(folder, { recursive: true });
  });

  /** What `verify` finds, and how it ends. */
  const verified = async (...args: readonly string[]) => {
    const said = await commands.landingZone('verify', '--json', '--fail-on', 'differs', ...args);
    if (said.code === 1) throw new Error(said.stderr);
    const verification = JSON.parse(said.stdout) as Verification;
    const of = (wanted: string) =>
      verification.findings
        .filter(({ status }) => status === wanted)
        .map(({ id, deviations, reason }) => `${id}: ${reason ?? deviations.map(({ path }) => path).join(', ')}`);
    return { code: said.code, differs: of('differs'), unknown: of('unknown'), verification };
  };

  /** Nothing differs, and nothing is unknown but what the rules of the packs report: the emulated AWS evaluates none. */
  const green = { code: 0, differs: [], unknown: [] };
  const verifiedButRules = async () => {
    const { unknown, ...others } = await verified();
    return { ...others, unknown: unknown.filter((each) => !each.startsWith('compliance/rule.')) };
  };

  it('is planned as far as nothing is there to read, and the plan is saved', async () => {
    const said = await commands.landingZone('plan');
    expect(ended(said)).toEqual({ code: 0, stderr: '' });
    expect(said.stdout).toMatch(/management\s+│ planned/);
    expect(said.stdout).toContain('npx landing-zone deploy --resume');
  });

  it('is deployed and written down, and then nothing has drifted', async () => {
    expect(ended(await commands.landingZone('deploy', '--approve'))).toEqual({ code: 0, stderr: '' });
    expect(ended(await commands.landingZone('lock'))).toEqual({ code: 0, stderr: '' });
    expect(ended(await commands.landingZone('plan', '--drift'))).toEqual({ code: 0, stderr: '' });
  });

  it('is in AWS as it is written', async () => {
    const { verification, ...found } = await verifiedButRules();
    expect(found).toEqual(green);
    before = verification;
  });

  it(`is broken by hand in ${faults.length} ways, each of which verify finds and names`, async () => {
    await breakAll(commands, before);
    const { code, verification } = await verified();
    expect({ code, missed: missedIn(verification) }).toEqual({ code: 2, missed: [] });
  });

  it('is mended by a deployment, and by hand where verify says so', async () => {
    await mendAll(commands, before);
    expect(ended(await commands.landingZone('deploy', '--approve'))).toEqual({ code: 0, stderr: '' });
    const { verification: _, ...found } = await verifiedButRules();
    expect(found).toEqual(green);
  });

  it('hands out evidence whose hashes anybody can check', async () => {
    const bundle = join(folder, 'evidence');
    expect(ended(await commands.landingZone('evidence', '--out', bundle))).toEqual({ code: 0, stderr: '' });
    const checked = await commands.other('sha256sum', ['--check', '--strict', 'SHA256SUMS'], bundle);
    expect(ended(checked)).toEqual({ code: 0, stderr: '' });
    const oscal = JSON.parse(readFileSync(join(bundle, 'oscal/assessment-results.json'), 'utf8'));
    expect(oscal['assessment-results'].results[0].observations.length).toBeGreaterThan(100);
    expect(existsSync(join(bundle, 'index.html'))).toBe(true);
  });

  it('is reviewed before it is changed: what weakens ends with 2, and what is harmless with 0', async () => {
    const reviewed = async (at: string, value: unknown) => {
      project.write(write(cycleZone, [{ at, value }]));
      const { code, stdout } = await commands.landingZone('review', '--fail-on', 'weaker');
      return { code, verdict: /^\*\*(.*?)\*\*/m.exec(stdout)?.[1] };
    };
    const grant = 'accounts.models.ai.dataLake.grants[0].columns';
    expect(await reviewed(grant, ['sum', 'ward'])).toEqual({ code: 2, verdict: 'Weaker' });
    expect(await reviewed('accounts.models.owner', 'platform')).toEqual({ code: 0, verdict: 'Harmless' });
  });

  it('is torn down, and nothing of it is left', async () => {
    project.write(write(cycleZone, [{ at: 'settings.protection', value: 'off' }]));
    const said = await commands.landingZone('teardown', '--apply', '--with-logs', '--organization', 'cycle');
    expect(ended(said)).toEqual({ code: 0, stderr: '' });
    const { code, differs } = await verified('--expect-empty');
    expect({ code, differs }).toEqual({ code: 0, differs: [] });
  });
}, [...unlessAsked, ...(hasCli ? [] : ['the AWS CLI is not on PATH'])]);
