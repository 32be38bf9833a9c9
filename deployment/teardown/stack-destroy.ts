import { rmSync } from 'node:fs';
import type { PlannedChange } from '../plan-judgement';
import { lockTimeout, StackRun, type StackRunOptions } from '../stack-run';
import type { SavedPlan } from '../stack-work';
import { dropImports } from './imports';

/** What stays in AWS although everything else of a stack goes. */
export interface Outliving {
  /** Its addresses in a stack. */
  readonly of: (stack: string) => readonly string[];
  /** What is done in AWS before it leaves the state. */
  readonly leave: (stack: string, addresses: readonly string[]) => Promise<void>;
}

/**
 * Organizations has no more than three closures under way, and refuses the fourth. Source: Organizations User Guide, "Quotas for AWS
 * Organizations", accounts that can be closed concurrently.
 */
const closuresAtOnce = 3;

/** Destroys what a stack holds, but for what outlives it: that leaves the state, and stays in AWS. */
export class StackDestroy extends StackRun {
  private closes = 0;

  constructor(
    stack: StackRun['stack'],
    options: StackRunOptions,
    private readonly outliving: Outliving,
  ) {
    super(stack, options);
  }

  override async plan(): Promise<SavedPlan> {
    const key = await this.options.published.keyOf(this.stack);
    await this.initialize();
    await this.leaveOutliving();
    // A plan that reads first would take it in again.
    dropImports(this.stack);
    await this.savePlan('-destroy', lockTimeout);
    const plan = await this.saved(key);
    this.closes = plan.changes.filter(({ type }) => type === 'aws_organizations_account').length;
    return plan;
  }

  /** What a destroy would do, but for what it leaves in AWS. */
  override async look(): Promise<readonly PlannedChange[]> {
    await this.initialize();
    try {
      await this.savePlan('-destroy', '-lock=false');
      const outlives = this.outliving.of(this.stack.name);
      return (await this.readPlan()).changes.filter(({ address }) => !outlives.includes(address));
    } finally {
      rmSync(this.planFile, { force: true });
    }
  }

  protected override get applyOptions(): readonly string[] {
    return this.closes > closuresAtOnce ? [`-parallelism=${closuresAtOnce}`] : [];
  }

  protected override async writeEnd(): Promise<void> {
    this.options.journal.write({ event: 'destroyed', stack: this.stack.name });
  }

  private async leaveOutliving(): Promise<void> {
    const { published } = this.options;
    const { name } = this.stack;
    const { resources = [] } = (await published.stateOf(this.stack)) ?? {};
    const held = new Set(resources.map((each) => `${each.type}.${each.name}`));
    const leaving = this.outliving.of(name).filter((address) => held.has(address));
    if (leaving.length === 0) return;
    await this.outliving.leave(name, leaving);
    try {
      this.must('state rm', await this.terraform.run('state', 'rm', lockTimeout, ...leaving));
    } finally {
      published.forget(this.stack);
    }
  }
}
