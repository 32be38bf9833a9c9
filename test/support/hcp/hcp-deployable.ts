import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../../deployment/deployment';
import type { DeploymentOptions } from '../../../deployment/deployment-options';
import type { Engine } from '../../../deployment/engine';
import { clientOf } from '../../../deployment/hcp/client';
import { type HcpRunOptions, HcpStackRun } from '../../../deployment/hcp/hcp-stack-run';
import { readManifest, type SynthesizedStack } from '../../../deployment/manifest';
import { Published } from '../../../deployment/published';
import type { StackResult } from '../../../deployment/result';
import { knownIn, newRun, type RunFolder } from '../../../deployment/run-folder';
import { readState } from '../../../deployment/states/read-state';
import { type HcpDouble, startHcpDouble } from '../../../emulator/hcp/hcp-double';
import { type Specs, writeStacks } from '../engine/write-stacks';
import { FakeEngine } from './fake-engine';

/** Stacks that runs of a double of HCP Terraform deploy, by an engine that is fake. */
export class HcpDeployable {
  readonly root = mkdtempSync(join(tmpdir(), 'landing-zone-hcp-'));
  readonly outdir = join(this.root, 'cdktf.out');

  private constructor(
    readonly double: HcpDouble,
    readonly engine: FakeEngine,
  ) {}

  /** Starts the double. */
  static async start(slots = 3): Promise<HcpDeployable> {
    const engine = new FakeEngine();
    const settings = { organization: 'acme', slots, requestsPerSecond: 5_000 };
    return new HcpDeployable(await startHcpDouble({ settings, engine }), engine);
  }

  /** What leads a process to the double. */
  get environment(): NodeJS.ProcessEnv {
    const { address, tokens } = this.double;
    return { ...process.env, TFE_ADDRESS: address, TF_TOKEN_app_terraform_io: tokens.user };
  }

  /** Writes stacks, and makes their workspaces. */
  async make(specs: Specs): Promise<void> {
    this.write(specs);
    for (const stack of Object.keys(specs)) await this.makeWorkspace(stack);
  }

  async end(): Promise<void> {
    await this.double.close();
    rmSync(this.root, { recursive: true });
  }

  get client() {
    return clientOf('app.terraform.io');
  }

  get place() {
    return { client: this.client, organization: 'acme' };
  }

  /** Writes the stacks as a synth does. */
  write(specs: Specs): void {
    writeStacks(this.outdir, specs, (name) => ({
      cloud: { hostname: 'app.terraform.io', organization: 'acme', workspaces: { name: `zone-${name}` } },
    }));
  }

  get stacks(): readonly SynthesizedStack[] {
    return readManifest(this.outdir);
  }

  async makeWorkspace(stack: string): Promise<string> {
    const attributes = { name: `zone-${stack}`, 'terraform-version': '1.11.4', 'queue-all-runs': false };
    const made = await this.client.post('organizations/acme/workspaces', { data: { type: 'workspaces', attributes } });
    return made?.data.id ?? '';
  }

  published(): Published {
    const engine: Engine = { name: 'terraform', program: '', registry: 'registry.terraform.io', version: '1.11.4' };
    return new Published(this.stacks, engine, readState, knownIn(this.outdir));
  }

  /** A deployment that nobody stops, and everybody approves. */
  deployment(
    { path: folder, journal }: RunFolder = newRun(this.outdir),
    options: Partial<DeploymentOptions & HcpRunOptions> = {},
  ): Deployment {
    const published = this.published();
    const wait = () => new Promise<void>((resolve) => void setTimeout(resolve, 2));
    const common = { ...this.place, published, journal, folder, message: 'landing-zone hcp apply', wait };
    const run = { ...common, speculative: false, discardsOthers: false, ...options };
    return new Deployment({
      workOn: (stack) => new HcpStackRun(stack, run),
      engine: { name: 'hcp' },
      stacks: this.stacks,
      journal,
      published,
      goal: 'apply',
      onlyChanged: true,
      approvesAll: true,
      lose: [],
      width: 3,
      machine: { cores: 2, memory: 8 * 1024 ** 3 },
      objections: () => [],
      approve: async () => true,
      ...options,
    });
  }

  /** What became of each stack. */
  async deploy(
    options: Partial<DeploymentOptions & HcpRunOptions> = {},
    run?: RunFolder,
  ): Promise<Readonly<Record<string, string>>> {
    const results: readonly StackResult[] = await this.deployment(run, options).run();
    return Object.fromEntries(results.map(({ stack, outcome }) => [stack, outcome]));
  }

  /** What the engine did since the last call. */
  calls = (): readonly string[] => this.engine.done.splice(0);

  /** Runs of a workspace with their states, the newest first. */
  async runs(stack: string): Promise<readonly string[]> {
    const { data } = await this.client.get(`organizations/acme/workspaces/zone-${stack}`);
    const runs = await this.client.list<{ status: string }>(`workspaces/${data.id}/runs`);
    return runs.data.map(({ attributes }) => attributes.status);
  }
}
