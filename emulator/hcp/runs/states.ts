import type { Resource, RunStatus } from '../records';

/** States in which a run stays for ever. Source: HCP Terraform docs, "Run States". */
const final: readonly RunStatus[] = [
  ...(['planned_and_finished', 'applied', 'errored', 'canceled', 'force_canceled', 'discarded'] as const),
];

type Run = Pick<Resource<'runs'>, 'attributes'>;

/** Whether nothing will happen to it any more. */
export const isFinal = ({ attributes }: Run): boolean => final.includes(attributes.status);

/** Whether Terraform is at work, or about to be. */
export const isCancelable = ({ attributes: { status, 'canceled-at': canceledAt } }: Run): boolean =>
  canceledAt === null && ['plan_queued', 'planning', 'apply_queued', 'applying', 'confirmed'].includes(status);

/** Whether it waits for somebody to confirm it. */
export const isConfirmable = ({ attributes: { status } }: Run): boolean =>
  status === 'planned' || status === 'planned_and_saved';

/** Whether it waits, for somebody or for its turn. */
export const isDiscardable = (run: Run): boolean => run.attributes.status === 'pending' || isConfirmable(run);

/** When each run was cancelled, by the clock of this machine: the clock of the double stands. */
const cancelledAt = new WeakMap<object, number>();

/** Takes down that a run was told to stop. */
export const noteCancelled = ({ attributes }: Run): void => {
  cancelledAt.set(attributes, performance.now());
};

/** Whether it was told to stop so many milliseconds ago, and has not. */
export function isForceCancelable(run: Run, coolOff: number): boolean {
  const since = cancelledAt.get(run.attributes);
  return since !== undefined && !isFinal(run) && performance.now() - since >= coolOff;
}
