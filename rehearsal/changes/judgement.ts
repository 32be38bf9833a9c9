import { isLoss, type PlannedChange } from '../../deployment/plan-judgement';
import { keptTypes } from '../../schema/facts/kept-types';
import type { Ledger } from '../../schema/forms/ledger';
import { rememberedStacks, tryRemembered } from '../../schema/forms/remembered';
import { matchesWildcard } from '../../schema/text/wildcard';
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

/** What is wrong with a plan. */
interface Judgement {
  /** Why it must not be applied: it takes away something of a protected kind. */
  readonly forbidden: readonly string[];
  /** What else it takes away, that no row of the batch announces. */
  readonly unannounced: readonly string[];
}

export function judge(stack: string, planned: readonly PlannedChange[], { ledger, batch, made }: Terms): Judgement {
  const protection = protectionBy(ledger);
  const announced = announcementsOf(batch);
  const forbidden: string[] = [];
  const unannounced: string[] = [];
  for (const change of planned.filter(isLoss)) {
    const because = change.because ? ` because of ${change.because.join(', ')}` : '';
    const lost = `${change.action} ${stack}/${change.address}${because}`;
    const named = `${stack}/${change.address}`;
    const stays = protection(stack, change);
    if (stays === 'itself') forbidden.push(`${lost}: it is protected`);
    else if (made.has(named)) continue;
    else if (stays === undefined) {
      if (!announced.some((pattern) => announces(pattern, named))) unannounced.push(`${lost}: unannounced`);
    } else if (!announced.some((pattern) => pattern.includes('.') && announces(pattern, named)))
      forbidden.push(`${lost}: it belongs to what is protected`);
  }
  return { forbidden, unannounced };
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

/** What is protected wherever it is, also where no ledger was locked. An OU that was not adopted leaves with its accounts. */
const kindsThatStay = Object.keys(keptTypes).filter((kind) => kind !== 'aws_organizations_organizational_unit');

/**
 * How something is protected: itself, as what is of a kind that is protected somewhere, or with another, as the policy of a bucket is.
 * That one may go by itself, where a row names it: a bucket may stop being copied.
 */
function protectionBy(ledger: Ledger): (stack: string, change: PlannedChange) => 'itself' | 'with another' | undefined {
  const entries = rememberedStacks(ledger).flatMap((stack) =>
    Object.entries(tryRemembered(ledger, stack) ?? {}).map(([address, companions]) => ({ stack, address, companions })),
  );
  const kinds = new Set([...kindsThatStay, ...entries.map(({ address }) => typeOf(address))]);
  // Those of a model card, of a break-glass role and of a job of Macie that ran once are protected, which their addresses say.
  for (const kind of ['aws_cloudformation_stack', 'aws_iam_role', 'aws_macie2_classification_job']) kinds.delete(kind);
  const themselves = new Set(entries.map(({ stack, address }) => `${stack}/${address}`));
  const companions = new Set(
    entries.flatMap(({ stack, companions: all }) => all.map((address) => `${stack}/${address}`)),
  );
  return (stack, { type, address }) => {
    if (kinds.has(type) || themselves.has(`${stack}/${address}`)) return 'itself';
    return companions.has(`${stack}/${address}`) ? 'with another' : undefined;
  };
}

const typeOf = (address: string): string => address.split('.')[0] ?? address;
