import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../../deployment/deployment';
import type { DeploymentOptions } from '../../../deployment/deployment-options';
import type { Engine } from '../../../deployment/engine';
import { readManifest, type SynthesizedStack } from '../../../deployment/manifest';
import { Published } from '../../../deployment/published';
import type { StackResult } from '../../../deployment/result';
import { knownIn, newRun, type RunFolder } from '../../../deployment/run-folder';
import type { StackRunOptions } from '../../../deployment/stack-run';
import { type ReadState, readState } from '../../../deployment/states/read-state';
import { runOf } from '../../../deployment/work-of';
import { type Specs, writeStacks } from './write-stacks';

/** Stacks in a folder that a fake Terraform deploys, and what came of it. */
export class Deployable {
  readonly root = mkdtempSync(join(tmpdir(), 'landing-zone-deployable-'));
  readonly outdir = join(this.root, 'cdktf.out');
  readonly engine: Engine = {
    name: 'terraform',
    program: join(this.root, 'terraform'),
    registry: 'registry.terraform.io',
    version: '1.11.4',
  };
  /** States that were read, by their files. */
  readonly read: string[] = [];

  constructor() {
    const script = join(__dirname, 'fake-terraform.cjs');
    writeFileSync(
      this.engine.program,
      `#!/bin/sh\nFAKE_FOLDER='${this.root}' exec '${process.execPath}' '${script}' "$@"\n`,
      { mode: 0o755 },
    );
  }

  remove = (): void => rmSync(this.root, { recursive: true });

  /** Writes the stacks as a synth does. */
  write(specs: Specs): void {
    writeStacks(this.outdir, specs, (name) => ({ backend: { local: { path: `../../../state/${name}.tfstate` } } }));
  }

  get stacks(): readonly SynthesizedStack[] {
    return readManifest(this.outdir);
  }

  /**
   * Lets something happen to a stack: `fail` to plan, `fail-apply` and `fail-late`, `kill` an apply, `drift`; a destroy that comes `half` way,
   * or has to `wait` for AWS.
   */
  let(what: 'fail' | 'fail-apply' | 'fail-late' | 'kill' | 'drift' | 'half' | 'wait', stack: string): void {
    writeFileSync(join(this.root, `${what}-${stack}`), '');
  }

  letNothing = (what: string, stack: string): void => rmSync(join(this.root, `${what}-${stack}`), { force: true });

  /** The commands since the last call, in their order, but for what reads plans: `plan security`. */
  calls(): readonly string[] {
    const file = join(this.root, 'calls');
    if (!existsSync(file)) return [];
    const calls = readFileSync(file, 'utf8').trim().split('\n');
    rmSync(file);
    return calls.filter((call) => !call.startsWith('show '));
  }

  stateOf = (stack: string) => JSON.parse(readFileSync(join(this.root, 'state', `${stack}.tfstate`), 'utf8'));

  writeState(stack: string, state: object): void {
    mkdirSync(join(this.root, 'state'), { recursive: true });
    writeFileSync(join(this.root, 'state', `${stack}.tfstate`), JSON.stringify(state));
  }

  /** What the states say now. */
  published(engine = this.engine): Published {
    const reading: ReadState = (place) => {
      if (place.type === 'local') this.read.push(place.file);
      return readState(place);
    };
    return new Published(this.stacks, engine, reading, knownIn(this.outdir));
  }

  /** A deployment that nobody stops, and everybody approves. */
  deployment(
    { path: folder, journal }: RunFolder = newRun(this.outdir),
    options: Partial<DeploymentOptions & Pick<StackRunOptions, 'engine'>> = {},
  ): Deployment {
    const { engine = this.engine, published = this.published() } = options;
    const initialize = (init: () => Promise<void>) => init();
    return new Deployment({
      workOn: (stack, towards) =>
        runOf(stack, { engine, folder, journal, published, environment: process.env, initialize }, towards),
      engine,
      stacks: this.stacks,
      journal,
      published,
      goal: 'apply',
      onlyChanged: false,
      approvesAll: true,
      lose: [],
      machine: { cores: 2, memory: 8 * 1024 ** 3 },
      objections: () => [],
      approve: async () => true,
      ...options,
    });
  }

  /** What became of each stack. */
  async deploy(
    options: Parameters<Deployable['deployment']>[1] = {},
    run?: RunFolder,
  ): Promise<Readonly<Record<string, string>>> {
    return outcomesOf(await this.deployment(run, options).run());
  }
}

const outcomesOf = (results: readonly StackResult[]): Readonly<Record<string, string>> =>
  Object.fromEntries(results.map(({ stack, outcome }) => [stack, outcome]));
