import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../deployment/deployment';
import type { DeploymentOptions } from '../../deployment/deployment-options';
import type { Engine } from '../../deployment/engine';
import { clientOf } from '../../deployment/hcp/client';
import { type HcpRunOptions, HcpStackRun } from '../../deployment/hcp/hcp-stack-run';
import { reachOf, readManifest } from '../../deployment/manifest';
import { cliConfigFile, providerEnvironment } from '../../deployment/provider-mirror';
import { Published } from '../../deployment/published';
import { knownIn, newRun, type RunFolder, tryUnfinishedRun } from '../../deployment/run-folder';
import { factsOf } from '../../deployment/stack-facts';
import { StackRun } from '../../deployment/stack-run';
import { carry, type Move } from '../../deployment/states/carry';
import { readState } from '../../deployment/states/read-state';
import { type EmulatedAws, startEmulatedAws } from '../../emulator/emulated-aws';
import { type HcpDouble, startHcpDouble } from '../../emulator/hcp/hcp-double';
import { TerraformEngine } from '../../emulator/hcp/runs/terraform-engine';
import { worldOf } from '../../rehearsal/world';
import type { SettingsSpec } from '../../schema/forms/settings';
import { synthesizeLandingZone } from '../../stacks';
import { describeDeployed, unlessAsked } from '../support/deployed';
import { sampleAccounts, zoneOf } from '../support/zone';

jest.setTimeout(20 * 60_000);

const chosen = ['management', 'log-archive'];
const named = [...chosen, 'security', 'sandbox'];
const accounts = sampleAccounts()
  .filter(({ name }) => named.includes(name))
  .map(({ regions, ...account }) => account);
const hcp = { type: 'hcp', organization: 'example', workspacePrefix: 'zone' } as const;
const zoneWith = (settings: Partial<SettingsSpec>) =>
  zoneOf({ settings: { regions: ['eu-central-1'], ...settings }, controls: [], modelCards: [], accounts });

describeDeployed(
  'a landing zone in HCP Terraform',
  (findTools) => {
    let folder: string;
    let engine: Engine;
    let double: HcpDouble;
    let aws: EmulatedAws;
    let provider: Record<string, string>;
    const outdir = () => join(folder, 'cdktf.out');

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'landing-zone-hcp-'));
      aws = await startEmulatedAws({ settings: worldOf(zoneWith({})), logFile: join(folder, 'requests.jsonl') });
      const tools = findTools();
      engine = tools.engine;
      provider = providerEnvironment(engine, tools.providerMirror, folder);
      double = await startHcpDouble({
        engine: new TerraformEngine(engine),
        cliConfig: existsSync(cliConfigFile(folder)) ? readFileSync(cliConfigFile(folder), 'utf8') : '',
        environment: aws.environment,
        settings: { requestsPerSecond: 1_000 },
      });
    });
    afterAll(async () => {
      await double?.close();
      await aws?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(() => {
      jest.replaceProperty(process, 'env', {
        ...process.env,
        TFE_ADDRESS: double.address,
        TFE_TOKEN: double.tokens.owners,
      });
    });
    afterEach(() => jest.restoreAllMocks());

    const write = (settings: Partial<SettingsSpec>) => {
      synthesizeLandingZone(zoneWith(settings), { outdir: outdir() });
      return readManifest(outdir()).filter(({ name }) => chosen.includes(name));
    };
    const common = (runs: string, { journal }: RunFolder, stacks: ReturnType<typeof write>) => ({
      engine,
      stacks,
      journal,
      published: new Published(readManifest(outdir()), engine, readState, knownIn(runs)),
      goal: 'apply' as const,
      onlyChanged: true,
      approvesAll: true,
      lose: [],
      width: 1,
      machine: { cores: 2, memory: 8 * 1024 ** 3 },
      objections: () => [],
      approve: async () => true,
    });
    const outcomes = async (options: DeploymentOptions) => {
      const results = await new Deployment(options).run();
      return Object.fromEntries(
        results.map(({ stack, outcome, reason }) => [stack, outcome === 'failed' ? reason : outcome]),
      );
    };
    /** By Terraform on this machine. */
    const deployHere = (stacks: ReturnType<typeof write>) => {
      const runs = join(folder, 'here');
      const run = newRun(runs);
      const told = common(runs, run, stacks);
      const environment = { ...process.env, ...aws.environment, ...provider };
      const here = { ...told, folder: run.path, environment, initialize: (init: () => Promise<void>) => init() };
      return outcomes({ ...told, workOn: (stack) => new StackRun(stack, here) });
    };
    /** By runs. */
    const runsOf = (stacks: ReturnType<typeof write>, run: RunFolder, more: Partial<HcpRunOptions> = {}) => {
      const told = common(join(folder, 'runs'), run, stacks);
      const shared = { ...told, folder: run.path, client: clientOf('app.terraform.io'), organization: 'example' };
      const options = {
        ...shared,
        message: 'landing-zone hcp apply',
        speculative: false,
        discardsOthers: false,
        ...more,
      };
      return { ...told, workOn: (stack) => new HcpStackRun(stack, options) } satisfies DeploymentOptions;
    };
    const deploy = (stacks: ReturnType<typeof write>, run = newRun(join(folder, 'runs'))) =>
      outcomes(runsOf(stacks, run));

    const idOf = async (stack: string) =>
      (await clientOf('app.terraform.io').get(`organizations/example/workspaces/zone-${stack}`)).data.id;
    const runCount = async () => {
      const { data } = await clientOf('app.terraform.io').list('organizations/example/runs');
      return data.length;
    };

    it('moves there with its states, is applied by runs, changes, is gone on with after a kill, and moves back', async () => {
      const local = write({});
      const seen: Record<string, unknown> = {};
      seen['management, here'] = await deployHere(local.filter(({ name }) => name === 'management'));
      const places = new Map(local.map((stack) => [stack.name, factsOf(stack).place]));

      const stacks = write({ backend: hcp });
      for (const name of chosen) {
        const attributes = { name: `zone-${name}`, 'terraform-version': engine.version };
        await clientOf('app.terraform.io').post('organizations/example/workspaces', {
          data: { type: 'workspaces', attributes },
        });
      }
      const moves = stacks.flatMap((stack): Move[] => {
        const from = places.get(stack.name);
        return from ? [{ stack: stack.name, from, to: factsOf(stack).place }] : [];
      });
      const carried: string[] = [];
      for (const move of moves) carried.push(`${move.stack} ${await carry(move)}`);
      seen['states, there'] = carried;

      const refused = await deploy(stacks);
      seen['no consumer'] = [refused.management, String(refused['log-archive']).includes('remote state')];
      const readers = stacks.filter((stack) => reachOf(stack).reads.includes('management')).map(({ name }) => name);
      const consumers = await Promise.all(readers.map(async (name) => ({ type: 'workspaces', id: await idOf(name) })));
      await clientOf('app.terraform.io').post(
        `workspaces/${await idOf('management')}/relationships/remote-state-consumers`,
        {
          data: consumers,
        },
      );
      seen.consumer = await deploy(stacks);
      const before = await runCount();
      seen['the second time'] = [await deploy(stacks), (await runCount()) - before];

      const objectLock = { mode: 'GOVERNANCE', days: 30 } as const;
      const changed = write({ backend: hcp, logs: { objectLock } });
      const killed = newRun(join(folder, 'runs'));
      // It never goes on from where it waits for the run that applies: what it did until then is what a killed process did.
      await new Promise<void>((waits) => {
        const isApplying = () => killed.journal.of('log-archive').applying !== undefined;
        const wait = async (milliseconds: number) => {
          if (isApplying()) return new Promise<void>(() => waits());
          await new Promise((resolve) => setTimeout(resolve, milliseconds));
        };
        void new Deployment(runsOf(changed, killed, { wait })).run();
      });
      const runs = await runCount();
      const resumed = tryUnfinishedRun(join(folder, 'runs'));
      seen['gone on with'] = [resumed?.path === killed.path, await deploy(changed, resumed), (await runCount()) - runs];

      write({ logs: { objectLock } });
      const back: string[] = [];
      for (const { stack, from, to } of moves) back.push(`${stack} ${await carry({ stack, from: to, to: from })}`);
      seen['states, back'] = back;
      seen['here again'] = await deployHere(write({ logs: { objectLock } }));

      expect(seen).toEqual({
        'management, here': { management: 'applied' },
        'states, there': ['log-archive none', 'management carried'],
        'no consumer': ['applied', true],
        consumer: { management: 'unchanged', 'log-archive': 'applied' },
        'the second time': [{ management: 'unchanged', 'log-archive': 'unchanged' }, 0],
        'gone on with': [true, { management: 'unchanged', 'log-archive': 'as it should be' }, 0],
        'states, back': ['log-archive carried', 'management carried'],
        'here again': { management: 'applied', 'log-archive': 'applied' },
      });
    });
  },
  unlessAsked,
);
