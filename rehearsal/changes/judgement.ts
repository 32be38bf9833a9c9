import type { Ledger } from '../../schema/forms/ledger';
import { matchesWildcard } from '../../schema/text/wildcard';
import { isLoss, type PlannedChange } from '../plan-judgement';
import type { Batch } from './batches';

/** What a plan takes away from AWS, as `<stack>/<address>`. */
export const lossesIn = (stack: string, planned: readonly PlannedChange[]): readonly string[] =>
  planned.filter(isLoss).map(({ address }) => `${stack}/${address}`);

/** What a plan is judged by. */
export interface Terms {
  /** What is protected. */
  readonly ledger: Ledger;
  /** What is changed, with what it announces. */
  readonly batch: Batch;
  /** What the batch itself made, as `<stack>/<address>`: that goes when the batch is taken back. */
  readonly made: ReadonlySet<string>;
}

/** What a plan makes, as `<stack>/<address>`. */
export const madeIn = (stack: string, planned: readonly PlannedChange[]): readonly string[] =>
  planned.filter(({ action }) => action === 'create').map(({ address }) => `${stack}/${address}`);

/** Why a plan must not be applied: it takes away something of a protected kind, or something that no row of the batch announces. */
export function objectionTo(
  stack: string,
  planned: readonly PlannedChange[],
  { ledger, batch, made }: Terms,
): string | undefined {
  const isProtected = protectionBy(ledger);
  const announced = announcementsOf(batch);
  const objections = planned.filter(isLoss).flatMap((change) => {
    const because = change.because ? ` because of ${change.because.join(', ')}` : '';
    const lost = `${change.action} ${stack}/${change.address}${because}`;
    if (isProtected(stack, change)) return [`${lost}: it is protected`];
    return made.has(`${stack}/${change.address}`) ||
      announced.some((pattern) => announces(pattern, `${stack}/${change.address}`))
      ? []
      : [`${lost}: unannounced`];
  });
  return objections.length === 0 ? undefined : objections.join('\n');
}

/** Announcements of a batch that came to nothing, so that the table says no more than what is true. */
export const unusedIn = (batch: Batch, lost: readonly string[]): readonly string[] =>
  announcementsOf(batch).filter((pattern) => !lost.some((address) => announces(pattern, address)));

const announcementsOf = (batch: Batch): readonly string[] => [
  ...new Set(batch.flatMap((change) => (change.kind === 'live' ? (change.loses ?? []) : []))),
];

/** Whether `<stack>/<type or address>` speaks of a resource. */
const announces = (pattern: string, address: string): boolean =>
  [address, address.split('.')[0] ?? address].some((name) => matchesWildcard(pattern, name));

/** Whether something is of a kind that is protected somewhere, or belongs to such a thing. */
function protectionBy({ protected: known }: Ledger): (stack: string, change: PlannedChange) => boolean {
  const kinds = new Set(Object.values(known).flatMap((entries) => Object.keys(entries).map(typeOf)));
  // They are protected where there is a model card in them, or where they break the glass, which their addresses say.
  for (const kind of ['aws_cloudformation_stack', 'aws_iam_role']) kinds.delete(kind);
  const addresses = new Set(
    Object.entries(known).flatMap(([stack, entries]) =>
      Object.entries(entries).flatMap(([address, companions]) =>
        [address, ...companions].map((each) => `${stack}/${each}`),
      ),
    ),
  );
  return (stack, { type, address }) => kinds.has(type) || addresses.has(`${stack}/${address}`);
}

const typeOf = (address: string): string => address.split('.')[0] ?? address;
