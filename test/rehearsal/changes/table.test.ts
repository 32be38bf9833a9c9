import { batchesOf } from '../../../rehearsal/changes/batches';
import { choose } from '../../../rehearsal/changes/choice';
import { everyChange, everyField, type NamedChange } from '../../../rehearsal/changes/table';
import { collide } from '../../../rehearsal/changes/written';
import { fixedFields } from '../../../schema/forms/fixed';

const table = everyChange();
const rows = table.map(({ field }) => field);

describe('the table of changes', () => {
  it('has a row for every field of every form', () => {
    const fields = everyField();
    expect(fields.length).toBeGreaterThan(300);
    expect(fields.filter((field) => !rows.includes(field))).toEqual([]);
  });

  it('has no row for a field that no form has', () => {
    const fields = everyField();
    expect(rows.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('refuses what cannot be changed while the landing zone stands', () => {
    const refused = table.filter(({ kind }) => kind === 'refused').map(({ field }) => field);
    expect(refused).toEqual(expect.arrayContaining(Object.values(fixedFields).map(({ field }) => field)));
  });

  it('puts every change that is applied into one batch, with none that writes at the same place', () => {
    const batches = batchesOf(table);
    expect(batches.flat().length).toBe(table.filter(({ kind }) => kind === 'live').length);
    const writes = batches.map((batch) => batch.map((change) => (change.kind === 'live' ? change.writes : [])));
    const pairs = writes.flatMap((batch) =>
      batch.flatMap((one, index) =>
        batch.slice(index + 1).flatMap((two) => one.map((a) => two.map((b) => [a, b] as const))),
      ),
    );
    expect(pairs.flat().filter(([a, b]) => collide(a, b))).toEqual([]);
  });
});

describe('batches', () => {
  it('leave for a later one what does not go with the others', () => {
    const changes = ['a', 'b', 'c', 'd', 'e'].map(
      (at): NamedChange => ({
        field: at,
        kind: 'live',
        writes: [{ at, value: 1 }],
      }),
    );
    const fieldsOf = (batch: readonly NamedChange[]) => batch.map(({ field }) => field).join('');
    const holds = (batch: readonly NamedChange[]) => !/a.*c|d.*e/.test(fieldsOf(batch));
    expect(batchesOf(changes, holds).map(fieldsOf)).toEqual(['abd', 'ce']);
  });
});

describe('a choice of the table', () => {
  const fieldsOf = (changes: ReturnType<typeof choose>) => changes.map(({ field }) => field);

  it('is the same for the same seed, and another for another one', () => {
    const [a, again, b] = [1, 1, 2].map((seed) => fieldsOf(choose(table, { seed })));
    expect(again).toEqual(a);
    expect(b).not.toEqual(a);
  });

  it('has the fields with a text in their name', () => {
    expect(fieldsOf(choose(table, { only: 'logs.objectLock' }))).toEqual([
      'settings logs.objectLock',
      'settings logs.objectLock.mode',
      'settings logs.objectLock.days',
    ]);
  });
});
