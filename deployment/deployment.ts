import { beginningOf, type DeploymentOptions } from './deployment-options';
import { goals } from './goal';
import { inOrder } from './in-order';
import type { SynthesizedStack } from './manifest';
import { inOrderOf, type Ready, resultOf } from './ready';
import { isOver, type StackOutcome, type StackResult, toResult, tryHeldUp } from './result';
import { CommandFailure, type StackWork } from './stack-work';
import { tryWait } from './teardown/waits';
import { noWiderThan, wavesOf } from './waves';
import { widthOn } from './width';
import { whyChanged } from './work-of';

/**
 * Plans and applies stacks wave by wave: a wave is planned on what the waves before it have made, approved as a whole, and exactly those
 * plans are applied. What fails holds up only what is deployed after it.
 */
export class Deployment {
  private readonly results = new Map<string, StackResult>();
  private readonly running = new Set<StackWork>();
  private stopped: string | undefined;

  constructor(private readonly options: DeploymentOptions) {}

  /** Begins nothing more; what is under way comes to its end. */
  stop(reason: string): void {
    this.stopped ??= reason;
  }

  /** Asks what is under way to end before it is done. */
  interrupt(): void {
    for (const run of this.running) run.interrupt();
  }

  /** What became of each stack, wave by wave. */
  async run(): Promise<readonly StackResult[]> {
    const { stacks, goal, journal, onlyChanged, published, mostInWave = Infinity } = this.options;
    const waves = noWiderThan(wavesOf(stacks), Math.min(mostInWave, stacks.length));
    const { isGoneOnWith, applied } = goals[goal];
    if (isGoneOnWith) journal.write(beginningOf(this.options));
    if (onlyChanged) await published.readAhead(stacks);
    for (const [index, wave] of waves.entries()) {
      const ready: Ready[] = [];
      await this.each(wave, async (stack) => {
        const prepared = await this.prepare(stack);
        if (prepared) ready.push(prepared);
      });
      if (applied && ready.length > 0) await this.applyWave(inOrderOf(wave, ready), index + 1, waves.length);
    }
    const results = waves.flat().flatMap(({ name }) => this.results.get(name) ?? []);
    if (isGoneOnWith && isOver(results)) journal.write({ event: 'ended' });
    return results;
  }

  /** Plans a stack, where there is something to plan; undefined where its result is known already. */
  private async prepare(stack: SynthesizedStack): Promise<Ready | undefined> {
    const { goal, published, journal, onBegin } = this.options;
    const { found, still, tearsDown } = goals[goal];
    const waiting =
      this.stopped ??
      tryHeldUp(stack.dependencies, this.results) ??
      (tearsDown ? undefined : await this.tryMissing(stack));
    if (waiting !== undefined) return this.end(stack, 'skipped', { reason: waiting });
    const reason = await whyChanged(stack, this.options);
    if (reason === undefined && this.options.onlyChanged && goal !== 'drift') return this.end(stack, 'unchanged');
    const run = this.options.workOn(stack, this.options);
    return this.timed(run, 'plan', async (seconds) => {
      const { done } = journal.of(stack.name);
      if (goal === 'apply' && done !== undefined && done === (await published.keyOf(stack)))
        return this.end(stack, 'as it should be', { reason: 'this run was done with it before' });
      if (tearsDown && (await published.isGone(stack))) return this.end(stack, 'gone');
      onBegin?.(stack.name, goal === 'drift' ? 'drift' : 'plan');
      if (found) {
        const changes = await run.look();
        return this.end(stack, changes.length > 0 ? found : still, { changes, seconds: seconds() });
      }
      const plan = await run.plan();
      return this.judge({ run, plan, reason, seconds: seconds() });
    });
  }

  /** Whether a plan may be applied. One that was saved or approved before is judged once more: what it takes away may be protected by now. */
  private async judge(ready: Ready): Promise<Ready | undefined> {
    const { run, plan, reason, seconds } = ready;
    const { stack } = run;
    const { journal, goal, objections } = this.options;
    if (!plan.writes) {
      if (goal === 'destroy') journal.write({ event: 'destroyed', stack: stack.name });
      else journal.write({ event: 'as it should be', stack: stack.name, key: plan.key });
      return this.end(stack, goals[goal].still, { seconds, reason });
    }
    const refused = objections(stack.name, plan.changes);
    if (refused.length > 0) {
      // Whoever lets it through later looks at a new one.
      journal.write({ event: 'refused', stack: stack.name });
      return this.letGo(ready, 'refused', refused.join('\n'));
    }
    if (goal === 'plan') return this.end(stack, 'planned', { ...resultOf(ready), reason });
    this.options.onBegin?.(stack.name, 'wait');
    return ready;
  }

  private async applyWave(ready: readonly Ready[], wave: number, waves: number): Promise<void> {
    const { approve, journal } = this.options;
    // Nobody was asked: nothing of it is approved.
    if (this.stopped !== undefined) return this.letAllGo(ready, 'skipped', this.stopped);
    const asked = ready.filter(({ plan }) => !plan.approved);
    const plans = asked.map(({ run, plan: { changes, saved, link } }) => ({
      stack: run.stack.name,
      changes,
      saved,
      ...(link && { link }),
    }));
    if (asked.length > 0 && !(await approve(plans, wave, waves))) {
      const reason = `wave ${wave} was not approved`;
      this.stop(reason);
      return this.letAllGo(ready, 'not approved', reason);
    }
    for (const { run, plan } of asked) journal.write({ event: 'approved', stack: run.stack.name, plan: plan.id });
    const runs = new Map(ready.map((each) => [each.run.stack, each]));
    await this.each([...runs.keys()], async (stack) => {
      const each = runs.get(stack);
      if (each) await this.apply(each);
    });
  }

  /** What became of a stack whose plan is not applied, and of the plan. */
  private async letGo(ready: Ready, outcome: StackOutcome, reason: string): Promise<undefined> {
    const left = await ready.run.letGo(ready.plan).then(
      () => '',
      (error: Error) => `\nIts plan is still there: ${error.message}`,
    );
    return this.end(ready.run.stack, outcome, { ...resultOf(ready), reason: `${reason}${left}` });
  }

  private async letAllGo(ready: readonly Ready[], outcome: StackOutcome, reason: string): Promise<void> {
    for (const each of ready) await this.letGo(each, outcome, reason);
  }

  private async apply(ready: Ready): Promise<void> {
    const { run, plan, reason, seconds: before } = ready;
    if (this.stopped !== undefined) return this.letGo(ready, 'skipped', this.stopped);
    const { goal, onBegin } = this.options;
    onBegin?.(run.stack.name, goals[goal].tearsDown ? goal : 'apply');
    await this.timed(run, 'apply', async (seconds) => {
      await run.apply(plan);
      return this.end(run.stack, goals[goal].applied ?? 'applied', {
        ...resultOf(ready),
        reason,
        seconds: before + seconds(),
      });
    });
  }

  /** Does something with a stack, and says that it failed where it throws. */
  private async timed<T>(
    run: StackWork,
    during: 'plan' | 'apply',
    work: (seconds: () => number) => Promise<T>,
  ): Promise<T | undefined> {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    this.running.add(run);
    try {
      return await work(seconds);
    } catch (error) {
      const reason = (error as Error).message;
      const cutOff = error instanceof CommandFailure && error.cutOff;
      const { goal, journal } = this.options;
      if (goals[goal].isGoneOnWith) journal.write({ event: 'failed', stack: run.stack.name, during, reason, cutOff });
      const wait = goal === 'destroy' ? tryWait(reason) : undefined;
      this.end(run.stack, wait === undefined ? 'failed' : 'waits', { reason: wait ?? reason, seconds: seconds() });
      return undefined;
    } finally {
      this.running.delete(run);
    }
  }

  private end(stack: SynthesizedStack, outcome: StackOutcome, more: Partial<StackResult> = {}): undefined {
    const result = toResult(stack.name, outcome, more);
    this.results.set(stack.name, result);
    this.options.onEnd?.(result);
  }

  /** Without what it reads, Terraform cannot even plan. */
  private async tryMissing(stack: SynthesizedStack): Promise<string | undefined> {
    const missing = await this.options.published.missingFor(stack).catch(() => []);
    return missing.length > 0 ? `it reads ${missing.join(', ')}, which is not deployed yet` : undefined;
  }

  private each(stacks: readonly SynthesizedStack[], work: (stack: SynthesizedStack) => Promise<void>): Promise<void> {
    const { width, machine, published } = this.options;
    const most = Math.max(0, ...stacks.map((stack) => published.factsOf(stack).providers));
    return inOrder(stacks, width ?? widthOn(machine, most), () => [], work);
  }
}
