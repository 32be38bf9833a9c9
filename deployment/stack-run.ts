import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../schema/text/digest';
import type { Engine } from './engine';
import type { Journal } from './journal';
import type { SynthesizedStack } from './manifest';
import { errorsIn, type Outcome } from './outcome';
import { changesIn, driftIn, type PlannedChange } from './plan-judgement';
import type { Published } from './published';
import { readLock } from './stack-facts';
import { CommandFailure, type SavedPlan, type StackWork } from './stack-work';
import { Terraform } from './terraform';

export interface StackRunOptions {
  readonly engine: Engine;
  /** Holds plans and logs of the run. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly published: Published;
  readonly journal: Journal;
  /** Lets one `init` go on at a time, where they share a plugin cache. */
  readonly initialize: (init: () => Promise<void>) => Promise<void>;
}

/** A run that holds the lock of the state is waited for: it may be one of ours that outlived us. */
export const lockTimeout = '-lock-timeout=5m';

/** Terraform in one stack, from its preparation to its apply. */
export class StackRun implements StackWork {
  protected readonly terraform: Terraform;
  protected readonly planFile: string;

  constructor(
    readonly stack: SynthesizedStack,
    protected readonly options: StackRunOptions,
  ) {
    const { engine, folder, environment } = options;
    this.planFile = join(folder, `${stack.name}.tfplan`);
    this.terraform = new Terraform({
      program: engine.program,
      directory: stack.directory,
      stack: stack.name,
      stateFile: '',
      environment,
      logFile: join(folder, `${stack.name}.log`),
      outlivesUs: true,
    });
  }

  async plan(): Promise<SavedPlan> {
    const { journal, published } = this.options;
    const { plan: saved, unfinished, cutOff } = journal.of(this.stack.name);
    const key = await published.keyOf(this.stack);
    await this.initialize();
    if (saved?.key === key && this.hashOfPlan() === saved.id)
      return { key, id: saved.id, ...(await this.readPlan()), saved: true, approved: saved.approved };
    if (unfinished) await this.keepTainted(cutOff);
    await this.savePlan(lockTimeout);
    return this.saved(key);
  }

  /** Applies the plan that was saved, and no other. */
  async apply({ id: plan }: SavedPlan): Promise<void> {
    const { journal, published } = this.options;
    journal.write({ event: 'applying', stack: this.stack.name, plan });
    try {
      const options = ['-input=false', '-no-color', lockTimeout, ...this.applyOptions];
      this.must('apply', await this.terraform.run('apply', ...options, this.planFile));
    } finally {
      published.forget(this.stack);
      rmSync(this.planFile, { force: true });
    }
    await this.writeEnd();
  }

  /** What the apply is told beside the plan. */
  protected get applyOptions(): readonly string[] {
    return [];
  }

  /** Tells the journal that all is done. */
  protected async writeEnd(): Promise<void> {
    const { journal, published } = this.options;
    journal.write({ event: 'applied', stack: this.stack.name, key: await published.keyOf(this.stack) });
  }

  async look(): Promise<readonly PlannedChange[]> {
    await this.initialize();
    await this.savePlan('-lock=false');
    const plan = await this.terraform.readPlan(this.planFile).finally(() => rmSync(this.planFile, { force: true }));
    return driftIn(plan, (await this.options.published.whyChanged(this.stack)) === undefined);
  }

  /** A saved plan holds nobody up: a later run may apply it, unless it was refused. */
  async letGo(): Promise<void> {
    const isRefused = this.options.journal.of(this.stack.name).plan === undefined;
    // It holds secrets.
    if (isRefused) rmSync(this.planFile, { force: true });
  }

  interrupt = (): void => this.terraform.interrupt();

  /** Saves a plan. It may have waited for a run that held the lock and wrote the state, which is read anew therefore. */
  protected async savePlan(...options: readonly string[]): Promise<void> {
    const outcome = await this.terraform.savePlan(this.planFile, ...options);
    this.options.published.forget(this.stack);
    this.must('plan', outcome);
  }

  /** The plan that was saved just now. */
  protected async saved(key: string): Promise<SavedPlan> {
    const id = this.hashOfPlan() ?? '';
    this.options.journal.write({ event: 'planned', stack: this.stack.name, key, plan: id });
    return { key, id, ...(await this.readPlan()), saved: false, approved: false };
  }

  /** What the saved plan does. One that does nothing is not kept: it holds secrets. */
  protected async readPlan(): Promise<Pick<SavedPlan, 'changes' | 'writes'>> {
    const plan = await this.terraform.readPlan(this.planFile);
    const changes = changesIn(plan);
    const outputs = Object.values(plan.output_changes ?? {});
    const writes = changes.length > 0 || outputs.some(({ actions }) => !actions.includes('no-op'));
    if (!writes) rmSync(this.planFile, { force: true });
    return { changes, writes };
  }

  private hashOfPlan(): string | undefined {
    return existsSync(this.planFile) ? sha256Of(readFileSync(this.planFile)) : undefined;
  }

  /** Once for what `init` reads: it takes seconds, and every stack needs it. */
  protected async initialize(): Promise<void> {
    const { engine, published, initialize } = this.options;
    const { directory } = this.stack;
    const marker = join(directory, '.terraform', 'prepared');
    const key = () =>
      sha256Of([engine.name, engine.version, published.factsOf(this.stack).terraform, readLock(this.stack)].join('\n'));
    if (existsSync(marker) && readFileSync(marker, 'utf8') === key()) return;
    await initialize(() => this.terraform.init());
    mkdirSync(join(directory, '.terraform'), { recursive: true });
    writeFileSync(marker, key());
  }

  /**
   * What an apply had made and not read to the end is completed. After one that failed by itself Terraform replaces it, but for what it
   * refuses to destroy; after one that was cut off nobody knows what is in there.
   */
  private async keepTainted(all: boolean): Promise<void> {
    const { published } = this.options;
    const { resources = [] } = (await published.stateOf(this.stack)) ?? {};
    const { undestroyed } = published.factsOf(this.stack);
    const tainted = resources
      .filter(({ type, name }) => all || undestroyed.has(`${type}.${name}`))
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ type, name, instances = [] }) =>
        instances
          .filter(({ status, deposed }) => status === 'tainted' && deposed === undefined)
          .map(({ index_key: key }) => `${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`),
      );
    await this.terraform.keep(tainted);
  }

  protected must(command: string, { code, output }: Outcome): void {
    if (code === 0) return;
    const cutOff = code === undefined;
    throw new CommandFailure(cutOff ? `${command} was killed` : errorsIn(output), cutOff);
  }
}
