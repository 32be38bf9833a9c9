import type { AccountSpec } from '../../../schema/forms/account';
import { lockedLedger } from '../../support/ledger';
import { problemsThrownBy } from '../../support/problems';
import { resource, synthOne } from '../../support/synth';
import { sampleAccounts, type ZoneChange, zoneOf } from '../../support/zone';

type LineageSpec = NonNullable<NonNullable<AccountSpec['ai']>['lineage']>;

const letters = { name: 'letters', prefix: 'letters', description: 'As they come' };
const clean = { name: 'clean', prefix: 'clean', description: 'Without names', derivedFrom: ['letters'] };
const triage = { name: 'triage', description: 'Sorts', page: 'https://example.com/triage' };

/** A small landing zone with this lineage in one account. */
function zone(lineage: LineageSpec | undefined, settings: ZoneChange['settings'] = {}): ZoneChange {
  const models = (account: AccountSpec): AccountSpec =>
    account.name === 'models' ? { ...account, ai: { dataClassification: 'internal', lineage } } : account;
  const accounts = sampleAccounts().filter(({ name, role }) => role !== undefined || name === 'models');
  return {
    settings: { regions: ['eu-central-1'], ...settings },
    controls: [],
    modelCards: [],
    accounts: accounts.map(models),
  };
}

const start = zone({ datasets: [letters, clean], projects: [triage] });
const ledger = lockedLedger(start);
const at = 'ai-models/aws_cloudformation_stack.lineage-';
const sources = (of: typeof ledger) =>
  Object.fromEntries(
    Object.entries(of.fixed).flatMap(([key, value]) => (key.startsWith(at) ? [[key.slice(at.length), value]] : [])),
  );
const said = (change: ZoneChange, known = ledger) => problemsThrownBy(() => zoneOf({ ...change, ledger: known }));

describe('the source of a dataset and of a project', () => {
  it('is in the ledger', () => {
    expect(sources(ledger)).toEqual({
      'dataset-letters': 'letters',
      'dataset-clean': 'clean',
      'project-triage': 'https://example.com/triage',
    });
  });

  it('is not where SageMaker made the artifact', () => {
    expect(sources(lockedLedger(zone({ datasets: [{ ...letters, artifact: 'existing' }] })))).toEqual({});
  });

  it.each(['on', 'off'] as const)('cannot be changed while protection is %s', (protection) => {
    const change = zone(
      { datasets: [letters, { ...clean, prefix: 'cleaned' }], projects: [{ ...triage, page: 'https://example.org' }] },
      { protection },
    );
    const rule = expect.stringContaining('SageMaker has that on record');
    expect(said(change)).toEqual([
      expect.objectContaining({
        file: 'accounts/models.ts',
        field: 'ai.lineage.datasets[1].prefix',
        value: 'cleaned',
        rule,
      }),
      expect.objectContaining({ field: 'ai.lineage.projects[0].page', value: 'https://example.org', rule }),
    ]);
  });

  it('stays in the ledger when its line goes, so that nothing else takes its name or its folder', () => {
    const left = lockedLedger({ ...zone(undefined), ledger });
    expect(sources(left)).toEqual(sources(ledger));
    expect(said(start, left)).toEqual([]);
    const other = zone({
      datasets: [
        { ...letters, prefix: 'post' },
        { ...clean, name: 'tidy', derivedFrom: [] },
      ],
    });
    expect(said(other, left).map(({ field }) => field)).toEqual([
      'ai.lineage.datasets[0].prefix',
      'ai.lineage.datasets[1].name',
    ]);
    expect(said(other, left)[1]?.fix).toContain(
      `Where it is deleted in AWS, take ${at}dataset-clean out of fixed and kept in landing-zone.lock.json`,
    );
  });

  it('leaves the ledger with what is destroyed', () => {
    expect(sources(lockedLedger({ ...zone(undefined, { protection: 'off' }), ledger }))).toEqual({});
  });
});

describe('a dataset with another name', () => {
  const renamed = (more: object) => zone({ datasets: [{ ...letters, name: 'post', ...more }] });
  const stackOf = (change: ZoneChange, known?: typeof ledger) =>
    resource(
      synthOne(zoneOf({ ...change, ledger: known }), 'ai-models'),
      'aws_cloudformation_stack',
      'lineage-dataset-letters',
    );

  it('is refused in its old folder, with what to write', () => {
    expect(said(renamed({}))).toEqual([
      expect.objectContaining({
        field: 'ai.lineage.datasets[0].name',
        value: 'post',
        fix: expect.stringContaining("formerly: 'letters'"),
      }),
    ]);
  });

  it.each([[{ formerly: 'letters' }], [{ artifact: 'existing' }], [{ prefix: 'post' }]])('is taken with %j', (more) => {
    expect(said(renamed(more))).toEqual([]);
  });

  it('keeps address and stack, and gives its artifact the name, today and when it is renamed again', () => {
    const before = stackOf(start);
    const again = lockedLedger({ ...renamed({ formerly: 'letters' }), ledger });
    for (const [change, known] of [
      [renamed({ formerly: 'letters' }), ledger],
      [renamed({ name: 'mail', formerly: 'letters' }), again],
    ] as const) {
      const after = stackOf(change, known);
      expect(after.name).toBe(before.name);
      expect(after.template_body).toBe(
        before.template_body.replace('"ArtifactName":"letters"', `"ArtifactName":"${nameIn(change)}"`),
      );
    }
  });

  it('is no rename where the old one is there, or where two say so', () => {
    const two = zone({
      datasets: [
        { ...letters, name: 'a', formerly: 'letters' },
        { ...clean, name: 'b', formerly: 'letters', derivedFrom: [] },
      ],
    });
    expect(said(two).map(({ field }) => field)).toEqual([
      'ai.lineage.datasets[0].formerly',
      'ai.lineage.datasets[1].formerly',
    ]);
    expect(said(zone({ datasets: [letters, { ...clean, formerly: 'letters' }] }))).toEqual([
      expect.objectContaining({ field: 'ai.lineage.datasets[1].formerly' }),
    ]);
  });
});

const nameIn = ({ accounts = [] }: ZoneChange) =>
  accounts.find(({ name }) => name === 'models')?.ai?.lineage?.datasets?.[0]?.name;
