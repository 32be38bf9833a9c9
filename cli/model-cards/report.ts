import type { LandingZone, ModelCard } from '../../schema/landing-zone';
import { table } from '../kit/table';

/** One model card as it stands on a day. */
interface CardState {
  readonly card: string;
  readonly account: string;
  readonly group: string | undefined;
  readonly status: ModelCard['status'];
  readonly euAiActClass: ModelCard['governance']['euAiActClass'];
  readonly reviewBy: string | undefined;
  /** `undated`: a card that is not approved yet and names no day. */
  readonly review: 'current' | 'overdue' | 'undated' | 'archived';
}

/** Every model card of the landing zone on a day, and the groups that lack one. */
export interface ModelCardReport {
  /** YYYY-MM-DD */
  readonly asOf: string;
  readonly cards: readonly CardState[];
  readonly groupsWithoutCard: readonly { readonly account: string; readonly group: string }[];
  /** No review is overdue, and every group has a card. */
  readonly complete: boolean;
}

/** @param asOf the day that review dates are held against, YYYY-MM-DD; on the day itself a review is not overdue */
export function modelCardReport({ modelCards, activeAccounts }: LandingZone, asOf: string): ModelCardReport {
  const cards = modelCards.map(({ name, account, group, status, governance: { euAiActClass, reviewBy } }) => ({
    card: name,
    account,
    group,
    status,
    euAiActClass,
    reviewBy,
    review: reviewOf(status, reviewBy, asOf),
  }));
  const groupsWithoutCard = activeAccounts.flatMap(({ name: account, ai }) =>
    (ai?.registry.groups ?? [])
      .filter(({ name }) => !cards.some((card) => card.account === account && card.group === name && isInUse(card)))
      .map(({ name: group }) => ({ account, group })),
  );
  const complete = groupsWithoutCard.length === 0 && cards.every(({ review }) => review !== 'overdue');
  return { asOf, cards, groupsWithoutCard, complete };
}

const isInUse = ({ status }: CardState): boolean => status !== 'Archived';

function reviewOf(status: ModelCard['status'], reviewBy: string | undefined, asOf: string): CardState['review'] {
  if (status === 'Archived') return 'archived';
  if (reviewBy === undefined) return 'undated';
  return reviewBy < asOf ? 'overdue' : 'current';
}

/** The report for a person: a table of the cards, then what is to be done. */
export function describeReport({ asOf, cards, groupsWithoutCard, complete }: ModelCardReport, width?: number): string {
  const rows = cards.map(({ card, account, group = '-', status, euAiActClass, reviewBy = '-', review }) => [
    card,
    account,
    group,
    status,
    euAiActClass,
    reviewBy,
    review,
  ]);
  const head = ['card', 'account', 'group', 'status', 'EU AI Act', 'review by', 'review'];
  return [
    cards.length > 0 ? table({ head, rows }, width) : 'There is no model card in models/.',
    ...cards
      .filter(({ review }) => review === 'overdue')
      .map(({ card, reviewBy }) => `models/${card}.ts: the review was due by ${reviewBy}`),
    ...groupsWithoutCard.map(
      ({ account, group }) => `accounts/${account}.ts: the model package group ${group} has no model card in use`,
    ),
    complete ? `Every group has a model card, and no review is overdue on ${asOf}.` : `Not complete on ${asOf}.`,
  ].join('\n');
}
