import { join } from 'node:path';
import type { Journal } from '../journal';
import type { SynthesizedStack } from '../manifest';
import { changesIn, driftIn, type PlannedChange } from '../plan-judgement';
import type { Published } from '../published';
import type { CommandFailure, SavedPlan, StackWork } from '../stack-work';
import { uploadConfiguration } from './configuration';
import { waiting } from './pace';
import { failureOf, planOf } from './run-reading';
import { isBeingApplied, isConfirmable, isFinal, type Run, Runs, waitsForPerson } from './runs';
import { giveWay, mustBeFree } from './waiting-runs';
import { findWorkspace, type Organization, runLink, type Workspace } from './workspaces';

/** What runs of a deployment share. */
export interface HcpRunOptions extends Organization {
  readonly published: Published;
  readonly journal: Journal;
  /** Holds the logs. */
  readonly folder: string;
  /** What runs say of themselves, beside what they are for. */
  readonly message: string;
  /** Plans that can never be applied, for somebody to look at. */
  readonly speculative: boolean;
  /** Discards what waits for confirmation in a workspace, instead of leaving it to whoever began it. */
  readonly discardsOthers: boolean;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** A stack that is planned and applied by a run of its workspace, from the upload of its JSON to the end of the run. */
export class HcpStackRun implements StackWork {
  private readonly runs: Runs;
  private readonly name: string;
  private workspaceFound: Workspace | undefined;
  private current: string | undefined;

  constructor(
    readonly stack: SynthesizedStack,
    private readonly options: HcpRunOptions,
  ) {
    const { published, client, wait } = options;
    const { place } = published.factsOf(stack);
    if (place.type !== 'hcp') throw new Error(`${stack.name} keeps its state elsewhere: ${place.type}`);
    this.name = place.workspace;
    this.runs = new Runs(client, wait);
  }

  async plan(): Promise<SavedPlan> {
    const { journal, published, speculative } = this.options;
    const { name } = this.stack;
    const key = await published.keyOf(this.stack);
    const { plan: before, applying } = speculative ? {} : journal.of(name);
    const remembered = applying ?? before;
    const run = remembered && (await this.goOnWith(remembered.id, remembered.key === key));
    if (run && remembered) return this.read(run, key, { saved: true, approved: remembered.approved });
    return this.read(await this.begin(key), key, { saved: false, approved: false });
  }

  /** Confirms the run and waits until it is over. */
  async apply({ id, key }: SavedPlan): Promise<void> {
    const { journal, published, message } = this.options;
    journal.write({ event: 'applying', stack: this.stack.name, plan: id });
    this.current = id;
    try {
      await this.runs.confirm(id, message);
      const run = await this.runs.follow(id);
      if (run.attributes.status !== 'applied') throw await this.failureOf(run, 'apply');
    } finally {
      this.current = undefined;
      published.forget(this.stack);
    }
    journal.write({
      event: 'applied',
      stack: this.stack.name,
      key: await published.keyOf(this.stack).catch(() => key),
    });
  }

  async look(): Promise<readonly PlannedChange[]> {
    const run = await this.runToEnd(true);
    if (run.attributes.status !== 'planned_and_finished') throw await this.failureOf(run, 'plan');
    const unchanged = (await this.options.published.whyChanged(this.stack)) === undefined;
    return driftIn(await planOf(this.options.client, run), unchanged);
  }

  /** A run that waits for confirmation holds up its workspace. */
  letGo = ({ id }: Pick<SavedPlan, 'id'>): Promise<void> =>
    this.options.speculative ? Promise.resolve() : this.runs.giveUp(id, `${this.options.message}: not applied`);

  /** HCP Terraform ends a run that is cancelled as Terraform ends when it is interrupted. */
  interrupt(): void {
    if (this.current !== undefined) this.runs.giveUp(this.current, 'interrupted').catch(() => undefined);
  }

  /** The run that an earlier process began, where it can be gone on with; undefined where it is over, or of another plan. */
  private async goOnWith(id: string, isSame: boolean): Promise<Run | undefined> {
    const run = await this.runs.tryRead(id);
    if (!run) return undefined;
    const { status } = run.attributes;
    if (isBeingApplied(run)) {
      const ended = await this.runs.follow(id);
      this.options.published.forget(this.stack);
      return isSame && ended.attributes.status === 'applied' ? ended : undefined;
    }
    if (isSame && status === 'applied') return run;
    if (isFinal(run)) return undefined;
    if (isSame) return this.runs.follow(id, { until: waitsForPerson });
    await this.runs.giveUp(id, 'planned anew');
    return undefined;
  }

  /** A new run, as far as it goes by itself. */
  private async begin(key: string): Promise<Run> {
    const { journal, speculative } = this.options;
    return this.runToEnd(speculative, (id) => {
      if (!speculative) journal.write({ event: 'planned', stack: this.stack.name, key, plan: id });
    });
  }

  private async runToEnd(speculative: boolean, onBegin: (id: string) => void = () => undefined): Promise<Run> {
    const { client, message, wait = waiting } = this.options;
    const workspace = await this.workspace();
    const others = { ...this.options, runs: this.runs };
    if (!speculative) await mustBeFree(workspace, others);
    const configuration = await uploadConfiguration(client, workspace.id, { stack: this.stack, speculative }, wait);
    const { id } = await this.runs.begin({ workspace: workspace.id, configuration, message, speculative });
    onBegin(id);
    this.current = id;
    try {
      const meanwhile = speculative ? undefined : (run: Run) => giveWay(run, this.name, others);
      return await this.runs.follow(id, { until: waitsForPerson, meanwhile });
    } finally {
      this.current = undefined;
      // It may have waited for a run that wrote the state.
      this.options.published.forget(this.stack);
    }
  }

  /** What a run would do. */
  private async read(run: Run, key: string, before: Pick<SavedPlan, 'saved' | 'approved'>): Promise<SavedPlan> {
    const { id, attributes } = run;
    const link = runLink(this.options, this.name, id);
    const nothing = { key, id, changes: [], writes: false, link, ...before };
    if (attributes.status === 'applied') return nothing;
    if (!isConfirmable(run) && attributes.status !== 'planned_and_finished') throw await this.failureOf(run, 'plan');
    if (attributes.status === 'planned_and_finished' && attributes['has-changes'] === false) return nothing;
    const plan = await planOf(this.options.client, run).catch(async (error: Error) => {
      // Nobody can judge it, and it would hold up its workspace.
      await this.letGo({ id }).catch(() => undefined);
      throw error;
    });
    const changes = changesIn(plan);
    const publishes = Object.values(plan.output_changes ?? {}).some(({ actions }) => !actions.includes('no-op'));
    // A run that is over and not speculative has found nothing to apply.
    const isOver = !this.options.speculative && isFinal(run);
    return { ...nothing, changes, writes: !isOver && (changes.length > 0 || publishes) };
  }

  private async workspace(): Promise<Workspace> {
    this.workspaceFound ??= await findWorkspace(this.options, this.name);
    return this.workspaceFound;
  }

  private failureOf(run: Run, during: 'plan' | 'apply'): Promise<CommandFailure> {
    const { client, folder } = this.options;
    const link = runLink(this.options, this.name, run.id);
    return failureOf(client, run, { during, link, logFile: join(folder, `${this.stack.name}.log`) });
  }
}
