import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerLockFile } from '../schema/facts/provider-lock';
import { setNiceness } from './niceness';
import { type Outcome, startedTooLate } from './outcome';
import { OutputFile } from './output-file';
import type { PlanJson, PlannedChange } from './plan-judgement';
import { endWithUs } from './process-groups';
import { type StateResource, tryResourcesIn } from './state';
import { TerraformFailure } from './terraform-failure';
import { toldChangesIn } from './told-plan';

export interface TerraformOptions {
  readonly program: string;
  /** Folder of the stack, with `cdk.tf.json` in it. */
  readonly directory: string;
  readonly stack: string;
  /** Where the local backend keeps the stack's state. */
  readonly stateFile: string;
  /** The whole environment of the process. */
  readonly environment: NodeJS.ProcessEnv;
  /** Of its processes, 0 to 19: the higher, the more they leave to others. @default 0 */
  readonly niceness?: number;
  /** File that all output is added to. */
  readonly logFile: string;
  /**
   * Lets a command go on to its end when we are killed, so that what AWS has done is written into the state; and leaves the provider's
   * checksums in the lock file, by which each command looks at it. @default false: all that was started ends with us
   */
  readonly outlivesUs?: boolean;
}

/** Terraform in the folder of one stack. */
export class Terraform {
  private readonly running = new Set<ChildProcess>();

  constructor(private readonly options: TerraformOptions) {}

  /** Prepares the folder. */
  async init(): Promise<void> {
    const { outlivesUs } = this.options;
    if (!outlivesUs) this.dropChecksums();
    await this.mustRun('init', '-input=false', '-no-color');
    if (!outlivesUs) this.dropChecksums();
  }

  /** Prepares the folder, where that was not done: what it holds stands as long as provider and backend are the same. */
  async prepare(): Promise<void> {
    if (existsSync(join(this.options.directory, '.terraform', 'providers'))) this.dropChecksums();
    else await this.init();
  }

  /** @param refresh whether what is there is read first; a plan that has just found no change makes it needless */
  apply = (refresh = true): Promise<Outcome> => this.change('apply', refresh);
  destroy = (refresh = true): Promise<Outcome> => this.change('destroy', refresh);

  /** Plans and applies by one command, which starts each provider once; answers what it planned. */
  applyTelling = async (refresh: boolean): Promise<readonly PlannedChange[]> =>
    toldChangesIn((await this.change('apply', refresh, '-json')).output);

  /** What the next apply would change; an empty text where it would change nothing. */
  async changes(): Promise<string> {
    const outcome = await this.run('plan', '-detailed-exitcode', '-input=false', '-lock=false', '-no-color');
    if (outcome.code === 0) return '';
    if (outcome.code === 2) return outcome.output;
    throw new TerraformFailure('plan', this.options, outcome);
  }

  /** Plans into a file that `apply` takes; answers how that ended, because Terraform may refuse. */
  savePlan = (file: string, ...more: readonly string[]): Promise<Outcome> =>
    this.run('plan', `-out=${file}`, '-input=false', '-no-color', ...more);

  /** A saved plan as Terraform itself reads it. */
  async readPlan(file: string): Promise<PlanJson> {
    // No log: it may hold secrets.
    const outcome = await this.runOnce(['show', '-json', file], 'unlogged');
    if (outcome.code !== 0) throw new TerraformFailure('show', this.options, outcome);
    const { output } = outcome;
    // Warnings may stand around it.
    return JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '');
  }

  applyPlan = (file: string): Promise<Outcome> => this.mustRun('apply', '-input=false', '-no-color', file);

  /** Copies the state of the backend to where its resources are read from. */
  async pullState(): Promise<void> {
    // No log: it may hold secrets.
    const outcome = await this.runOnce(['state', 'pull'], 'unlogged');
    if (outcome.code !== 0) throw new TerraformFailure('state pull', this.options, outcome);
    writeFileSync(this.options.stateFile, outcome.output, { mode: 0o600 });
  }

  /** How many resources the state holds, data sources left out; none while Terraform is writing it. */
  countResources(): number {
    return this.resources().reduce((sum, { instances }) => sum + instances.length, 0);
  }

  /**
   * Keeps what an apply that was cut off had created but not read to the end. Terraform would replace it, and `prevent_destroy` refuses
   * that; kept, the next apply completes it.
   */
  async untaint(): Promise<void> {
    await this.keep(this.tainted());
  }

  /** Takes the mark from resources that Terraform would replace because they were not read to the end. */
  async keep(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) await this.mustRun('untaint', '-no-color', address);
  }

  /** Takes a thing that exists into the state under an address of the configuration. */
  import = (address: string, id: string): Promise<Outcome> =>
    this.mustRun('import', '-input=false', '-no-color', address, id);

  /** Takes a resource out of the state, and leaves the thing itself as it is. */
  forget = (address: string): Promise<Outcome> => this.mustRun('state', 'rm', address);

  /** The id of a resource in the state: `aws_organizations_account.account-sandbox`; undefined where it is not in there. */
  tryIdOf = (address: string): string | undefined => this.tryAttributeOf(address, 'id');

  /** A text among the attributes of a resource in the state, lists by index: `roots[0].id`. */
  tryAttributeOf(address: string, path: string): string | undefined {
    const [instance] = this.resources().find(({ type, name }) => `${type}.${name}` === address)?.instances ?? [];
    const value = path
      .split(/[.[\]]+/)
      .reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
        instance?.attributes,
      );
    return typeof value === 'string' ? value : undefined;
  }

  /** Runs a command and answers how it ended, whatever that is, but again where a busy machine did not let a provider start. */
  async run(...args: string[]): Promise<Outcome> {
    const outcome = await this.runOnce(args);
    return startedTooLate(outcome) ? this.runOnce(args) : outcome;
  }

  private runOnce(args: readonly string[], log: 'logged' | 'unlogged' = 'logged'): Promise<Outcome> {
    const { program, directory, environment, niceness = 0, outlivesUs, logFile } = this.options;
    const files = outlivesUs && log === 'logged' ? new OutputFile(logFile) : undefined;
    return new Promise((resolve, reject) => {
      const stdio: StdioOptions = files ? ['ignore', files.descriptor, files.descriptor] : 'pipe';
      const child = spawn(program, args, { cwd: directory, env: environment, detached: true, stdio });
      if (!outlivesUs) endWithUs(child);
      setNiceness(child, niceness);
      this.running.add(child);
      let output = '';
      const take = (data: Buffer) => {
        output += data;
        if (log === 'logged') appendFileSync(logFile, data);
      };
      child.stdout?.on('data', take);
      child.stderr?.on('data', take);
      child.on('error', reject);
      child.on('close', (code) => {
        this.running.delete(child);
        resolve({ code: code ?? undefined, output: files?.end() ?? output });
      });
    });
  }

  /** Stops what is running as a cancelled pipeline would. */
  interrupt(): void {
    for (const child of this.running) child.kill('SIGTERM');
  }

  /**
   * Drops the provider's checksums: those of the synth, because a mirror may be of a platform that has none there, and those of `init`,
   * because each command would compute them again, over 700 MB.
   */
  private dropChecksums(): void {
    const file = join(this.options.directory, providerLockFile);
    if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(/^ *hashes = \[[^\]]*\]\n/gm, ''));
  }

  private tainted(): string[] {
    const isTainted = ({ instances }: StateResource) => instances.some(({ status }) => status === 'tainted');
    return this.resources()
      .filter(isTainted)
      .map(({ type, name }) => `${type}.${name}`);
  }

  private resources(): readonly StateResource[] {
    return tryResourcesIn(this.options.stateFile) ?? [];
  }

  private change = (command: 'apply' | 'destroy', refresh: boolean, ...more: readonly string[]): Promise<Outcome> =>
    this.mustRun(command, `-refresh=${refresh}`, atOnce, '-auto-approve', '-input=false', '-no-color', ...more);

  private async mustRun(...args: [string, ...string[]]): Promise<Outcome> {
    const outcome = await this.run(...args);
    if (outcome.code !== 0) throw new TerraformFailure(args[0], this.options, outcome);
    return outcome;
  }
}

/** Resources that are changed at once. With Terraform's own ten, whole waves of conformance packs wait for each other. */
const atOnce = '-parallelism=30';
