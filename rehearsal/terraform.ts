import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** How a Terraform command ended. */
export interface Outcome {
  /** Exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly output: string;
}

/** A Terraform command that failed, with what Terraform said. */
class TerraformFailure extends Error {
  constructor(
    readonly stackName: string,
    command: string,
    output: string,
  ) {
    super(`terraform ${command} of ${stackName} failed:\n${output.trimEnd()}`);
  }
}

export interface TerraformOptions {
  readonly program: string;
  /** Folder of the stack, with `cdk.tf.json` in it. */
  readonly directory: string;
  readonly stack: string;
  /** Where the local backend keeps the stack's state. */
  readonly stateFile: string;
  /** The whole environment of the process. */
  readonly environment: NodeJS.ProcessEnv;
  /** File that all output is added to. */
  readonly logFile: string;
}

/** Terraform in the folder of one stack. */
export class Terraform {
  private readonly running = new Set<ChildProcess>();

  constructor(private readonly options: TerraformOptions) {}

  init = (): Promise<Outcome> => this.mustRun('init', '-input=false', '-no-color');
  /** @param refresh whether what is there is read first; a plan that has just found no change makes it needless */
  apply = (refresh = true): Promise<Outcome> => this.change('apply', refresh);
  destroy = (refresh = true): Promise<Outcome> => this.change('destroy', refresh);

  /** What the next apply would change; an empty text where it would change nothing. */
  async changes(): Promise<string> {
    const { code, output } = await this.run('plan', '-detailed-exitcode', '-input=false', '-lock=false', '-no-color');
    if (code === 0) return '';
    if (code === 2) return output;
    throw new TerraformFailure(this.options.stack, 'plan', output);
  }

  /** How many resources the state holds, data sources left out; none while Terraform is writing it. */
  countResources(): number {
    const { stateFile } = this.options;
    const state = existsSync(stateFile) ? tryParse(readFileSync(stateFile, 'utf8')) : undefined;
    const managed = state?.resources.filter(({ mode }) => mode === 'managed') ?? [];
    return managed.reduce((sum, { instances }) => sum + instances.length, 0);
  }

  /** Runs a command and answers how it ended, whatever that is. */
  run(...args: string[]): Promise<Outcome> {
    const { program, directory, environment, logFile } = this.options;
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd: directory, env: environment });
      this.running.add(child);
      let output = '';
      const take = (data: Buffer) => {
        output += data;
        appendFileSync(logFile, data);
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.on('error', reject);
      child.on('close', (code) => {
        this.running.delete(child);
        resolve({ code: code ?? undefined, output });
      });
    });
  }

  /** Stops what is running as a cancelled pipeline would. */
  interrupt(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): void {
    for (const child of this.running) child.kill(signal);
  }

  private change = (command: 'apply' | 'destroy', refresh: boolean): Promise<Outcome> =>
    this.mustRun(command, `-refresh=${refresh}`, '-auto-approve', '-input=false', '-no-color');

  private async mustRun(...args: [string, ...string[]]): Promise<Outcome> {
    const outcome = await this.run(...args);
    if (outcome.code !== 0) throw new TerraformFailure(this.options.stack, args[0], outcome.output);
    return outcome;
  }
}

interface State {
  readonly resources: readonly { readonly mode: string; readonly instances: readonly unknown[] }[];
}

function tryParse(text: string): State | undefined {
  try {
    return JSON.parse(text) as State;
  } catch {
    return undefined;
  }
}
