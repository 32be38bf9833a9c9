import { type Resource, type RunStatus, referencesOf, refersTo, referTo, related } from '../records';
import { announceState, md5Of, takeState } from '../states';
import { lock, unlock } from '../subjects/workspace-actions';
import type { HcpWorld, Runs } from '../world';
import type { Engine, Job, Phase, PhaseOutcome } from './engine';
import { isFinal, noteCancelled } from './states';

/** What the queue needs beside the world. */
export interface QueueParts {
  readonly engine: Engine;
  /** What a run is executed with. */
  readonly jobOf: (run: Resource<'runs'>) => Job;
}

/**
 * Lets runs go on: one after the other in each workspace, as many at once as the plan of the organization has slots for. A run that
 * waits for somebody takes no slot, but keeps the workspace. Source: HCP Terraform docs, "Remote Operations" and "Run States".
 */
export class RunQueue implements Runs {
  private readonly jobs = new Map<string, Job>();
  private busy = 0;

  constructor(
    private readonly world: HcpWorld,
    private readonly parts: QueueParts,
  ) {}

  wake(): void {
    for (const run of this.world.records.list('runs')) {
      if (run.attributes.status === 'pending' && this.mayBegin(run)) this.begin(run);
      if (this.busy >= this.world.settings.slots) continue;
      if (run.attributes.status === 'plan_queued') void this.work(run, 'plan');
      if (run.attributes.status === 'apply_queued') void this.work(run, 'apply');
    }
  }

  confirm(run: Resource<'runs'>): void {
    // A saved plan takes the workspace only now.
    const workspace = this.workspaceOf(run);
    if (run.attributes.status === 'planned_and_saved' && workspace) this.take(workspace, run);
    this.set(run, 'confirmed');
    this.set(run, 'apply_queued');
    this.wake();
  }

  discard(run: Resource<'runs'>): void {
    this.set(run, 'discarded');
    this.finish(run);
  }

  cancel(run: Resource<'runs'>, how: 'gently' | 'by force'): void {
    const isWorking = ['planning', 'applying'].includes(run.attributes.status);
    run.attributes['canceled-at'] = this.world.clock.iso();
    noteCancelled(run);
    if (isWorking) this.parts.engine.stop(run.id, how);
    if (isWorking && how === 'gently') return;
    this.set(run, how === 'gently' ? 'canceled' : 'force_canceled');
    this.finish(run);
  }

  planJson = (run: Resource<'runs'>, how: 'whole' | 'redacted'): Promise<string | undefined> =>
    this.parts.engine.planJson(run.id, how);

  private workspaceOf = (run: Resource<'runs'>) => related(this.world.records, run, 'workspace', 'workspaces');

  /** Speculative plans wait for nobody; others for those before them, and for whoever has locked the workspace. */
  private mayBegin(run: Resource<'runs'>): boolean {
    const workspace = this.workspaceOf(run);
    if (!workspace) return false;
    if (run.attributes['plan-only'] || run.attributes['save-plan']) return true;
    return !workspace.attributes.locked;
  }

  private begin(run: Resource<'runs'>): void {
    const workspace = this.workspaceOf(run);
    if (workspace && !run.attributes['plan-only'] && !run.attributes['save-plan']) this.take(workspace, run);
    this.set(run, 'plan_queued');
  }

  private take(workspace: Resource<'workspaces'>, run: Resource<'runs'>): void {
    lock(workspace, referTo(run));
    workspace.relations['current-run'] = referTo(run);
  }

  private async work(run: Resource<'runs'>, phase: Phase): Promise<void> {
    this.busy += 1;
    this.set(run, phase === 'plan' ? 'planning' : 'applying');
    const part = this.partOf(run, phase);
    if (part) part.attributes.status = 'running';
    const outcome = await this.execute(run, phase);
    this.busy -= 1;
    const { ok, hasChanges, counts, state } = outcome;
    const wasForced = run.attributes.status === 'force_canceled';
    if (state && !wasForced) this.keepState(run, state);
    if (part) {
      part.attributes.status = ok ? 'finished' : run.attributes['canceled-at'] ? 'canceled' : 'errored';
      Object.assign(part.attributes, {
        'resource-additions': counts.additions,
        'resource-changes': counts.changes,
        'resource-destructions': counts.destructions,
        'resource-imports': counts.imports,
        ...(phase === 'plan' && { 'has-changes': hasChanges }),
      });
    }
    if (!wasForced) this.after(run, phase, outcome);
    this.wake();
  }

  /** A defect of the double is written into the log of the run, which fails. */
  private async execute(run: Resource<'runs'>, phase: Phase): Promise<PhaseOutcome> {
    const log = this.world.logs.get(this.partOf(run, phase)?.id ?? '');
    try {
      const job = this.jobs.get(run.id) ?? this.parts.jobOf(run);
      this.jobs.set(run.id, job);
      return await this.parts.engine[phase](job, (text) => log?.write(text));
    } catch (error) {
      log?.write(`\nError: ${error instanceof Error ? error.message : String(error)}\n`);
      return {
        ok: false,
        hasChanges: false,
        counts: { additions: 0, changes: 0, destructions: 0, imports: 0 },
        state: undefined,
      };
    } finally {
      log?.close();
    }
  }

  private after(run: Resource<'runs'>, phase: Phase, { ok, hasChanges }: PhaseOutcome): void {
    const { attributes } = run;
    if (phase === 'plan') attributes['has-changes'] = hasChanges;
    if (!ok) {
      this.set(run, attributes['canceled-at'] ? 'canceled' : 'errored');
    } else if (phase === 'apply') {
      this.set(run, 'applied');
    } else if (attributes['plan-only'] || (!hasChanges && !attributes['allow-empty-apply'])) {
      this.set(run, 'planned_and_finished');
    } else if (attributes['save-plan'] && !attributes['auto-apply']) {
      this.set(run, 'planned_and_saved');
    } else {
      this.set(run, 'planned');
      if (attributes['auto-apply']) this.confirm(run);
    }
    if (isFinal(run)) this.finish(run);
  }

  /** A run that is over lets its workspace go. */
  private finish(run: Resource<'runs'>): void {
    this.jobs.delete(run.id);
    this.world.tokens.revokeAll('run', run.id);
    for (const [phase, status] of [
      ['plan', 'unreachable'],
      ['apply', 'unreachable'],
    ] as const) {
      const part = this.partOf(run, phase);
      if (part && ['pending', 'queued'].includes(String(part.attributes.status))) part.attributes.status = status;
    }
    const workspace = this.workspaceOf(run);
    if (workspace && refersTo(workspace, 'locked-by', run.id)) unlock(this.world, workspace);
    this.wake();
  }

  private keepState(run: Resource<'runs'>, bytes: Buffer): void {
    const workspace = this.workspaceOf(run);
    if (!workspace) return;
    const { serial, lineage, md5 } = this.read(bytes);
    const version = announceState(this.world, workspace, referTo(run), {
      serial,
      lineage,
      md5,
      run: referTo(run),
      force: false,
    });
    takeState(this.world, workspace, version, bytes);
    const object = this.world.archive.store(bytes);
    version.attributes['hosted-state-download-url'] = this.world.urlOf(object);
  }

  private read(bytes: Buffer): { serial: number; lineage: string; md5: string } {
    const { serial, lineage } = JSON.parse(bytes.toString()) as { serial: number; lineage: string };
    return { serial, lineage, md5: md5Of(bytes) };
  }

  private partOf(run: Resource<'runs'>, phase: Phase) {
    const [reference] = referencesOf(run, phase);
    return this.world.records.tryFind(phase === 'plan' ? 'plans' : 'applies', reference?.id);
  }

  private set(run: Resource<'runs'>, status: RunStatus): void {
    run.attributes.status = status;
    const timestamps = run.attributes['status-timestamps'] as Record<string, string>;
    timestamps[`${status.replaceAll('_', '-')}-at`] = this.world.clock.iso();
    for (const tell of this.world.listeners) tell(run);
  }
}
