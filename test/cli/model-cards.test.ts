import { dayOf } from '../../cli/model-cards/day';
import { describeReport, modelCardReport } from '../../cli/model-cards/report';
import { sampleModelCard, zoneOf } from '../support/zone';

const sample = sampleModelCard();
const card = { ...sample, group: 'triage' };
const report = (asOf: string, ...modelCards: (typeof card)[]) => modelCardReport(zoneOf({ modelCards }), asOf);

describe('the report of model cards', () => {
  it('is complete while every group has a card and no review is overdue', () => {
    expect(report('2027-06-30', card)).toEqual({
      asOf: '2027-06-30',
      cards: [
        {
          card: 'referral-triage',
          account: 'models',
          group: 'triage',
          status: 'Approved',
          euAiActClass: 'high',
          reviewBy: '2027-06-30',
          review: 'current',
        },
      ],
      groupsWithoutCard: [],
      complete: true,
    });
  });

  it('calls a review overdue from the day after', () => {
    const late = report('2027-07-01', card);
    expect(late).toMatchObject({ complete: false, cards: [{ review: 'overdue' }] });
    expect(describeReport(late)).toContain('models/referral-triage.ts: the review was due by 2027-06-30');
  });

  it('misses the card of a group that has none, or an archived one', () => {
    const missing = { complete: false, groupsWithoutCard: [{ account: 'models', group: 'triage' }] };
    expect(report('2027-01-01')).toMatchObject(missing);
    expect(report('2027-01-01', { ...card, group: 'triage', status: 'Archived' })).toMatchObject(missing);
    expect(modelCardReport(zoneOf({ modelCards: [sample] }), '2027-01-01')).toMatchObject(missing);
    expect(describeReport(report('2027-01-01'))).toContain(
      'accounts/models.ts: the model package group triage has no model card in use',
    );
  });

  it('holds an archived card to no date', () => {
    const archived = { ...card, name: 'old-triage', status: 'Archived' as const };
    expect(report('2030-01-01', archived).cards).toMatchObject([{ review: 'archived' }]);
  });

  it('says where a draft has no date yet, and lets it pass', () => {
    const draft = { ...card, status: 'Draft' as const, governance: { ...card.governance, reviewBy: undefined } };
    expect(report('2030-01-01', draft)).toMatchObject({ complete: true, cards: [{ review: 'undated' }] });
  });

  it('shows a person each card in a row', () => {
    const text = describeReport(report('2027-01-01', card));
    for (const word of ['referral-triage', 'models', 'triage', 'Approved', 'high', '2027-06-30', 'current'])
      expect(text).toContain(word);
    expect(text).toContain('no review is overdue on 2027-01-01');
  });
});

describe('the day of the report', () => {
  it('is a day of the calendar', () => {
    expect(dayOf('2028-02-29')).toBe('2028-02-29');
  });

  it.each(['2027-02-29', '2027-13-01', '2027-1-1', 'today', '', '2027-01-01T00:00:00Z'])('is not %p', (written) => {
    expect(() => dayOf(written)).toThrow(`--as-of is '${written}': write a day of the calendar, as YYYY-MM-DD`);
  });
});
