import { modelCards } from '../../../cli/model-cards';
import { describeReport, modelCardReport } from '../../../cli/model-cards/report';
import { run } from '../../../cli/model-cards/run';
import { runCli } from '../../support/run-cli';
import { sampleModelCard, zoneOf } from '../../support/zone';

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

describe('the command model-cards', () => {
  const zone = zoneOf({ modelCards: [card] });
  const command: typeof modelCards = { ...modelCards, run: (options, context) => run(options, context, zone) };

  it('ends with 0 on a day on which everything is reviewed, and prints the report', async () => {
    const { code, stdout } = await runCli(command, ['--as-of', '2027-06-30']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${describeReport(report('2027-06-30', card))}\n` });
  });

  it('ends with 2 where a review is overdue, in JSON too', async () => {
    const { code, stdout } = await runCli(command, ['--as-of', '2027-07-01', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2027-07-01', complete: false, cards: [{ review: 'overdue' }] });
  });

  it('compares with today where no day is named', async () => {
    const before = new Date().toISOString().slice(0, 10);
    const { asOf } = JSON.parse((await runCli(command, ['--json'])).stdout);
    expect([before, new Date().toISOString().slice(0, 10)]).toContain(asOf);
  });

  it('refuses what is not a day', async () => {
    const { code, stderr } = await runCli(command, ['--as-of', '2027-02-29']);
    expect(code).toBe(1);
    expect(stderr).toContain('--as-of is "2027-02-29"\n  rule: must be a day of the calendar');
  });
});
