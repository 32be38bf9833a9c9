import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyArguments, planArguments, writeVariables } from './arguments';
import { type Counts, type Engine, type Job, nothing, type Phase, type PhaseOutcome } from './engine';
import { countsIn, redactedPlan } from './plan-document';

/** Which Terraform executes runs. */
export interface TerraformEngineOptions {
  /** Path or name of the program. */
  readonly program: string;
  /** Its version: `1.11.4`. Runs of workspaces that ask for another one fail. */
  readonly version: string;
}

/** A run with its folder, from its plan to its end. */
interface Started {
  readonly job: Job;
  readonly folder: string;
  child?: ChildProcess;
}

/** Executes runs by Terraform, each in a folder and in processes of its own. */
export class TerraformEngine implements Engine {
  private readonly started = new Map<string, Started>();
  private root: string | undefined;

  constructor(private readonly options: TerraformEngineOptions) {}

  get version(): string {
    return this.options.version;
  }

  async plan(job: Job, log: (text: string) => void): Promise<PhaseOutcome> {
    const run = await this.prepare(job, log);
    if ((await this.terraform(run, 'plan', log, ['init', '-input=false', '-no-color'])) !== 0) return failed;
    const code = await this.terraform(run, 'plan', log, planArguments(job, run.folder));
    if (code !== 0 && code !== 2) return failed;
    const plan = await this.planJson(job.run, 'whole');
    return { ok: true, hasChanges: code === 2, counts: countsIn(plan), state: undefined };
  }

  async apply(job: Job, log: (text: string) => void): Promise<PhaseOutcome> {
    const run = this.started.get(job.run);
    if (!run) throw new Error('the run was not planned');
    const before = readIfThere(stateFile(run));
    const code = await this.terraform(run, 'apply', log, applyArguments(job, run.folder));
    const state = readIfThere(stateFile(run));
    const counts: Counts = code === 0 ? countsIn(await this.planJson(job.run, 'whole')) : nothing;
    const isNew = state !== undefined && (before === undefined || !state.equals(before));
    return { ok: code === 0, hasChanges: false, counts, state: isNew ? state : undefined };
  }

  stop(run: string, how: 'gently' | 'by force'): void {
    const child = this.started.get(run)?.child;
    if (child) signal(child, how === 'gently' ? 'SIGINT' : 'SIGKILL');
  }

  async planJson(id: string, how: 'whole' | 'redacted'): Promise<string | undefined> {
    const run = this.started.get(id);
    if (!run || !existsSync(join(run.folder, 'plan'))) return undefined;
    const plan = await this.read(run, ['show', '-json', '-no-color', join(run.folder, 'plan')]);
    if (plan === undefined || how === 'whole') return plan;
    return redactedPlan(plan, await this.read(run, ['providers', 'schema', '-json']));
  }

  async close(): Promise<void> {
    for (const { child } of this.started.values()) if (child) signal(child, 'SIGKILL');
    if (this.root) rmSync(this.root, { recursive: true, force: true });
  }

  /** Unpacks the configuration, and takes over where its state is kept: the double keeps it. */
  private async prepare(job: Job, log: (text: string) => void): Promise<Started> {
    this.root ??= mkdtempSync(join(tmpdir(), 'hcp-double-'));
    const folder = join(this.root, job.run);
    const run: Started = { job, folder };
    this.started.set(job.run, run);
    mkdirSync(join(folder, 'configuration'), { recursive: true, mode: 0o700 });
    log(`Terraform v${this.version}\n`);
    if (!isVersion(job.terraformVersion, this.version))
      throw new Error(`The workspace asks for Terraform ${job.terraformVersion}; at hand is ${this.version}`);
    await unpack(job.configuration, join(folder, 'configuration'));
    if (!existsSync(workingFolder(run))) throw new Error(`The configuration has no folder ${job.workingDirectory}`);
    const backend = { terraform: { backend: { local: { path: stateFile(run) } } } };
    writeFileSync(join(workingFolder(run), 'zzz_backend_override.tf.json'), JSON.stringify(backend));
    writeFileSync(join(folder, 'cli.tfrc'), job.cliConfig, { mode: 0o600 });
    writeVariables(job, folder);
    if (job.state) writeFileSync(stateFile(run), job.state, { mode: 0o600 });
    return run;
  }

  /** Runs a command to its end, and answers its exit code. */
  private terraform(run: Started, phase: Phase, log: (text: string) => void, args: readonly string[]): Promise<number> {
    const child = spawn(this.options.program, args, {
      cwd: workingFolder(run),
      env: environmentOf(run, phase),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    run.child = child;
    child.stdout.on('data', (data: Buffer) => log(data.toString()));
    child.stderr.on('data', (data: Buffer) => log(data.toString()));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        delete run.child;
        resolve(code ?? 1);
      });
    });
  }

  /** What a command prints; undefined where it fails. */
  private read(run: Started, args: readonly string[]): Promise<string | undefined> {
    const child = spawn(this.options.program, args, {
      cwd: workingFolder(run),
      env: environmentOf(run, 'plan'),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => chunks.push(data));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString() : undefined));
    });
  }
}

const failed: PhaseOutcome = { ok: false, hasChanges: false, counts: nothing, state: undefined };

const workingFolder = ({ job, folder }: Started): string => join(folder, 'configuration', job.workingDirectory);

const stateFile = ({ folder }: Started): string => join(folder, 'terraform.tfstate');

const readIfThere = (file: string): Buffer | undefined => (existsSync(file) ? readFileSync(file) : undefined);

/** Nothing of the person's own environment but where programs are. */
const environmentOf = ({ job, folder }: Started, phase: Phase): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  TF_CLI_CONFIG_FILE: join(folder, 'cli.tfrc'),
  ...job.environment(phase, folder),
});

/** Whether a version is the one that is asked for; of a constraint only its first part is looked at, which is the exact version. */
const isVersion = (asked: string, present: string): boolean =>
  asked === 'latest' || asked === present || /[~<>]/.test(asked);

const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended by itself.
  }
};

async function unpack(archive: Buffer, folder: string): Promise<void> {
  const child = spawn('tar', ['-xzf', '-', '-C', folder], { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(archive);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`The configuration cannot be unpacked: ${complaint}`);
}
