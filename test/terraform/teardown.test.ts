import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { deploy } from '../../cli/deploy';
import type { Prepared } from '../../cli/deploy/prepare';
import { run as runDeploy } from '../../cli/deploy/run';
import { teardown } from '../../cli/teardown';
import { run } from '../../cli/teardown/run';
import { readManifest } from '../../deployment/manifest';
import { runsIn } from '../../deployment/run-folder';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import type { WorldSettings } from '../../emulator/world';
import { liveAwsOf } from '../../live/of-zone';
import { worldOf } from '../../rehearsal/world';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../../stacks';
import { describeDeployed, unlessAsked } from '../support/deployed';
import { runCli } from '../support/run-cli';
import { smallZone } from '../support/synth';

const minutes = 60_000;
jest.setTimeout(15 * minutes);

const nobody = { input: new PassThrough(), output: new PassThrough() };

/** A landing zone in a folder of its own that the commands deploy to an emulated AWS and tear down. */
class Commanded {
  private readonly root = mkdtempSync(join(tmpdir(), 'landing-zone-teardown-'));
  private readonly outdir = join(this.root, 'cdktf.out');
  private aws: EmulatedAws | undefined;

  constructor(
    private readonly zone: LandingZone,
    private readonly stacks: readonly string[],
    private readonly engine: Prepared['engine'],
  ) {}

  async start(world: Partial<WorldSettings> = {}): Promise<void> {
    const logFile = join(this.root, 'requests.jsonl');
    this.aws = await startEmulatedAws({ settings: { ...worldOf(this.zone), ...world }, logFile });
    jest.replaceProperty(process, 'env', { ...process.env, ...this.aws.environment });
  }

  async end(): Promise<void> {
    await this.aws?.close();
    rmSync(this.root, { recursive: true });
  }

  deploy = () =>
    runCli({ ...deploy, run: (options, context) => runDeploy(options, context, this.preparing('on'), nobody) }, [
      '--approve',
    ]);

  teardown = (...args: readonly string[]) =>
    runCli(
      {
        ...teardown,
        run: (options, context) =>
          run(options, context, {
            asking: nobody,
            preparing: this.preparing('off'),
            connect: (zone) => liveAwsOf(zone),
            organizations: ({ homeRegion: region }) => new OrganizationsClient({ region }),
          }),
      },
      args,
    );

  leftovers = async (): Promise<readonly string[]> =>
    ((await this.aws?.leftovers()) ?? []).map(({ resource }) => resource).sort();

  /** Kills Terraform in a stack once it has begun to apply there. */
  async killIn(stack: string): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const [last = ''] = readdirSync(runsIn(this.outdir))
        .sort()
        .reverse()
        .filter((name) => name !== 'process-id');
      const journal = join(runsIn(this.outdir), last, 'journal.jsonl');
      const isApplied = (text: string) =>
        text.includes('"goal":"destroy"') &&
        text.split('"goal":"destroy"')[1]?.includes(`"event":"applying","stack":"${stack}"`);
      if (!isApplied(tryRead(journal))) continue;
      if (killed(join(this.outdir, 'stacks', stack))) return;
    }
  }

  private preparing = (protection: LandingZone['protection']) => async (): Promise<Prepared> => {
    const zone: LandingZone = { ...this.zone, protection, backend: { type: 'local' } };
    synthesizeLandingZone(zone, { outdir: this.outdir });
    const all = readManifest(this.outdir).filter(({ name }) => this.stacks.includes(name));
    return { zone, all, outdir: this.outdir, engine: this.engine };
  };
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Kills what works in a folder; false where nothing does. */
function killed(folder: string): boolean {
  const found = readdirSync('/proc').filter((id) => {
    try {
      return /^\d+$/.test(id) && readlinkSync(`/proc/${id}/cwd`) === folder;
    } catch {
      return false;
    }
  });
  for (const id of found) process.kill(Number(id), 'SIGKILL');
  return found.length > 0;
}

describeDeployed(
  'landing-zone teardown',
  (findTools) => {
    let zone: Commanded;
    afterEach(async () => {
      await zone.end();
      jest.restoreAllMocks();
    });

    it('shows what goes, is killed on the way, goes on, keeps the logs with all they need, and proves that nothing else is left', async () => {
      const stacks = ['management', 'log-archive', 'security'];
      zone = new Commanded(smallZone(), stacks, findTools().engine);
      await zone.start();
      expect(await zone.deploy()).toMatchObject({ code: 0 });
      const standing = await zone.leftovers();

      const shown = await zone.teardown();
      expect(shown).toMatchObject({ code: 0 });
      expect(shown.stdout).toContain('log-archive aws_s3_bucket.trails-bucket');
      expect(shown.stdout).toContain('management aws_organizations_account.account-security');
      expect(await zone.leftovers()).toEqual(standing);

      const [cut] = await Promise.all([zone.teardown('--apply', '--organization', 'acme-ai'), zone.killIn('security')]);
      expect(cut).toMatchObject({ code: 1, stderr: expect.stringContaining('Run it again') });

      const done = await zone.teardown('--apply', '--organization', 'acme-ai');
      expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing of acme-ai is left') });
      const left = await zone.leftovers();
      const kept = (kind: string) => left.filter((each) => each.includes(kind));
      expect(kept('bucket').length).toBeGreaterThanOrEqual(7);
      expect(left.filter((each) => !standing.includes(each))).toEqual([]);
      expect(
        left.filter((each) => !/bucket|key|alias|^(organization|organizational-unit|account) /.test(each)),
      ).toEqual([]);

      expect(await zone.teardown('--apply', '--organization', 'acme-ai')).toMatchObject({ code: 0 });
    });

    it('closes accounts that the provider does not see closed, waits for their OUs, and says until when', async () => {
      zone = new Commanded(
        smallZone({ regions: ['eu-central-1', 'eu-west-1'] }, ['sandbox']),
        ['management'],
        findTools().engine,
      );
      await zone.start({ closureElapsed: false, accountStatus: false });
      expect(await zone.deploy()).toMatchObject({ code: 0 });
      const { code, stdout } = await zone.teardown('--apply', '--with-logs', '--organization', 'acme-ai');
      expect({ code, stdout }).toMatchObject({
        code: 2,
        stdout: expect.stringMatching(/Waits for AWS until \d{4}-\d\d-\d\d/),
      });
      expect((await zone.leftovers()).filter((each) => /^(policy|account) /.test(each))).toEqual([]);
    });
  },
  unlessAsked,
);
