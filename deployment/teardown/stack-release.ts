import { rmSync } from 'node:fs';
import { lockTimeout, StackRun } from '../stack-run';
import type { SavedPlan } from '../stack-work';

/**
 * Takes the protection off a stack: what is changed in place, and nothing else. What is missing is not made anew, because it would be
 * destroyed at once, and nothing goes before everything may.
 */
export class StackRelease extends StackRun {
  override async plan(): Promise<SavedPlan> {
    const key = await this.options.published.keyOf(this.stack);
    await this.initialize();
    await this.savePlan(lockTimeout);
    const { changes, writes } = await this.readPlan();
    const inPlace = changes.filter(({ type, action }) => type !== 'output' && action === 'update');
    const others = changes.filter(
      ({ type, action }) => type !== 'output' && !['update', 'forget', 'move'].includes(action),
    );
    if (!writes || others.length === 0) return this.saved(key);
    rmSync(this.planFile, { force: true });
    if (inPlace.length === 0) return { key, id: '', changes: [], writes: false, saved: false, approved: false };
    await this.savePlan(lockTimeout, ...inPlace.map(({ address }) => `-target=${address}`));
    return this.saved(key);
  }
}
