import type { HcpClient } from './client';
import type { Document, Resource } from './documents';
import { waiting } from './pace';

/** Of a run what is read here. Source: HCP Terraform docs, "Runs API". */
export interface RunAttributes {
  readonly status: string;
  readonly message?: string;
  readonly 'created-at'?: string;
  readonly 'has-changes'?: boolean;
  readonly 'plan-only'?: boolean;
  readonly actions?: {
    readonly 'is-cancelable'?: boolean;
    readonly 'is-confirmable'?: boolean;
    readonly 'is-discardable'?: boolean;
  };
}

/** A run with its plan and apply. */
export type Run = Resource<RunAttributes>;

/** How a run is begun. */
export interface Beginning {
  readonly workspace: string;
  readonly configuration: string;
  readonly message: string;
  /** Plans only: it can never be applied, holds nobody up, and waits for nobody but a free place. */
  readonly speculative: boolean;
}

/**
 * The states after which nothing happens to a run any more. A run in any other is not over, whatever it has done: `cost_estimated` and
 * `planned` wait. Source: HCP Terraform docs, "Runs API: Run States"; `planned_and_saved` is not among them, because it can be confirmed.
 */
const finalStates = [
  'applied',
  'planned_and_finished',
  'policy_soft_failed',
  'discarded',
  'errored',
  'canceled',
  'force_canceled',
];

export const isFinal = ({ attributes: { status } }: Run): boolean => finalStates.includes(status);

/** Whether somebody has confirmed a run, and it is not over. */
export const isBeingApplied = ({ attributes: { status } }: Run): boolean =>
  ['confirmed', 'apply_queued', 'applying'].includes(status) || /^(pre|post)_apply_/.test(status);

/** Whether a run waits for somebody to confirm or discard its plan. */
export const isConfirmable = (run: Run): boolean =>
  !isFinal(run) && run.attributes.actions?.['is-confirmable'] === true;

/** Whether a run waits for somebody who may override a policy, or a task. */
export const needsDecision = ({ attributes: { status } }: Run): boolean =>
  status === 'policy_override' || status.endsWith('awaiting_decision');

/** Whether nothing goes on until a person does something. */
export const waitsForPerson = (run: Run): boolean => isConfirmable(run) || needsDecision(run);

/** Runs of an organization. */
export class Runs {
  constructor(
    private readonly client: HcpClient,
    private readonly wait: (milliseconds: number) => Promise<void> = waiting,
  ) {}

  async begin({ workspace, configuration, message, speculative }: Beginning): Promise<Run> {
    const made = await this.client.post<RunAttributes>('runs', {
      data: {
        type: 'runs',
        attributes: { message, 'auto-apply': false, ...(speculative && { 'plan-only': true }) },
        relationships: {
          workspace: { data: { type: 'workspaces', id: workspace } },
          'configuration-version': { data: { type: 'configuration-versions', id: configuration } },
        },
      },
    });
    return (made as Document<RunAttributes>).data;
  }

  /** A run; undefined where there is none of that id, or the token may not see it. */
  tryRead = async (id: string): Promise<Run | undefined> =>
    (await this.client.tryGet<RunAttributes>(`runs/${id}`))?.data;

  /** Waits until a run is over, or what is asked for is so; ever longer between two looks, up to five seconds. */
  async follow(
    id: string,
    { until = () => false, meanwhile }: { until?: (run: Run) => boolean; meanwhile?: (run: Run) => Promise<void> } = {},
  ): Promise<Run> {
    for (let pause = 500; ; pause = Math.min(5_000, pause * 1.4)) {
      const { data: run } = await this.client.get<RunAttributes>(`runs/${id}`);
      if (isFinal(run) || until(run)) return run;
      await meanwhile?.(run);
      await this.wait(pause);
    }
  }

  /** Lets a run apply what it has planned. */
  confirm = (id: string, comment: string): Promise<unknown> =>
    this.client.post(`runs/${id}/actions/apply`, { comment });

  /** Gives up a run that was not confirmed, or ends one that is under way; nothing where it is over. */
  async giveUp(id: string, comment: string): Promise<void> {
    const run = await this.tryRead(id);
    if (!run || isFinal(run)) return;
    const { 'is-discardable': discardable, 'is-cancelable': cancelable } = run.attributes.actions ?? {};
    if (discardable) await this.client.post(`runs/${id}/actions/discard`, { comment });
    else if (cancelable) await this.client.post(`runs/${id}/actions/cancel`, { comment });
  }
}
