import type { LandingZone } from '../../schema/landing-zone';
import { sha256Of } from '../../schema/text/digest';
import { counted } from '../kit/counted';
import { modelCardReport } from '../model-cards/report';
import type { Bundle } from './bundle';
import type { Section } from './section';

/** Every model card with its status, risk class and review on the day; what it says by its hash, and as it is only where that is asked. */
export function modelCardsSection(bundle: Bundle, zone: LandingZone, day: string, withContent: boolean): Section {
  const { cards, groupsWithoutCard } = modelCardReport(zone, day);
  const rows = cards.map((state) => {
    const card = zone.modelCards.find(({ name }) => name === state.card);
    const { dpia, decisionRecord, intendedUse } = card?.governance ?? {};
    return {
      ...state,
      intendedUse,
      riskRating: card?.content.intended_uses?.risk_rating,
      impactAssessment: dpia ?? null,
      decisionRecord: decisionRecord === undefined ? null : 'on record',
      sourceFile: card?.file,
      // Of the card as it is in the landing zone, with its fields in the order of their names.
      contentSha256: sha256Of(JSON.stringify(sorted(card?.content))),
      contentFile: withContent ? bundle.json(`model-cards/${state.card}.json`, card?.content).path : null,
    };
  });
  const { path } = bundle.json('model-cards.json', { asOf: day, cards: rows, groupsWithoutCard });
  const overdue = cards.filter(({ review }) => review === 'overdue').length;
  return {
    title: 'Model cards',
    summary: `${counted(cards.length, 'card')}, ${overdue} with an overdue review; ${counted(groupsWithoutCard.length, 'model package group')} without a card in use`,
    files: [path, ...rows.flatMap(({ contentFile }) => contentFile ?? [])],
    missing:
      withContent || cards.length === 0
        ? []
        : ['what the cards say is here by its hash only: --model-card-content puts it in'],
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
