import * as fc from 'fast-check';
import type { Assigned } from '../../../../policy/assignment/assign';
import type { CompiledStatement } from '../../../../policy/guardrails/organization-policy';
import { covers } from '../../../../policy/guardrails/packing/actions';
import { contentOf } from '../../../../policy/guardrails/packing/document';
import { pack } from '../../../../policy/guardrails/packing/documents';
import { listOf } from '../../../../policy/guardrails/packing/normal-form';
import type { PackedDocument } from '../../../../policy/guardrails/packing/packed-node';
import { unitsOf } from '../../../../policy/guardrails/packing/units';

/** A control that denies an action of a resource with a name of so many characters, which no other one does. */
const control = (key: string, length = 20) => ({
  key,
  statements: [
    {
      statement: { Effect: 'Deny' as const, Action: 's3:A', Resource: `arn:${key.padEnd(length, '-')}` },
      controls: [key],
    },
  ],
});
const inOrder = (documents: readonly PackedDocument[]) =>
  documents.map(({ number, units }) => [number, [...units].sort()]);
const numbersIn = (documents: readonly PackedDocument[]): Assigned =>
  Object.fromEntries(documents.flatMap(({ number, units }) => units.map((key) => [key, number])));
const sizes = (documents: readonly PackedDocument[]) => documents.map(({ statements }) => contentOf(statements).length);

describe('packing', () => {
  const within = (characters: number, known: Assigned = {}, slots = 9) => ({ characters, slots, known });

  it('makes no document of nothing', () => {
    expect(pack([], within(100, { gone: 3 }))).toEqual([]);
  });

  it('writes documents of the current version without white space', () => {
    const [document] = pack([control('a', 1)], within(200));
    expect(contentOf(document?.statements ?? [])).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:A","Resource":"arn:a"}]}',
    );
  });

  it('leaves a tenth of a document free, and fills it to the last character where slots are short', () => {
    const units = [control('a'), control('b')];
    const [both = 0] = sizes(pack(units, within(1000)));
    expect(pack(units, within(both))).toHaveLength(2);
    expect(pack(units, within(both, {}, 1))).toHaveLength(1);
    expect(pack(units, within(both - 1, {}, 1))).toHaveLength(2);
  });

  it('puts a control where it costs least, which is where most of it is denied already', () => {
    const long = Array.from({ length: 20 }, (_, index) => `s3:Action${index}`);
    const deny = (key: string, Action: string | string[], Resource: string) => ({
      key,
      statements: [{ statement: { Effect: 'Deny' as const, Action, Resource }, controls: [key] }],
    });
    const there = [deny('a', 's3:X', 'arn:a'), deny('b', long, 'arn:b')];
    const packed = pack([...there, deny('c', [...long, 's3:Y'], 'arn:b')], within(1000, { a: 1, b: 2 }));
    expect(inOrder(packed)).toEqual([
      [1, ['a']],
      [2, ['b', 'c']],
    ]);
  });

  it('keeps what is known where it is, and the number of a document where one before it has nothing left', () => {
    const packed = pack([control('b'), control('c'), control('new')], within(1000, { gone: 1, b: 2, c: 5 }));
    expect(inOrder(packed)).toEqual([
      [2, ['b', 'new']],
      [5, ['c']],
    ]);
  });

  it('moves what has no room any more to a document of a higher number, and nothing else', () => {
    const known = { long: 2, short: 2, low: 1, high: 3 };
    const units = [control('long', 200), control('short'), control('low'), control('high')];
    expect(inOrder(pack(units, within(300, known)))).toEqual([
      [1, ['low']],
      [2, ['long']],
      [3, ['high', 'short']],
    ]);
    expect(inOrder(pack(units.slice(0, 3), within(300, { long: 2, short: 2, low: 1 })))).toEqual([
      [1, ['low']],
      [2, ['long']],
      [3, ['short']],
    ]);
  });

  it('packs anew only where there is no slot for another document', () => {
    const known = { long: 2, short: 2, low: 1 };
    const units = [control('long', 200), control('short'), control('low')];
    expect(inOrder(pack(units, within(300, known, 2)))).toEqual([
      [1, ['long']],
      [2, ['low', 'short']],
    ]);
  });

  const units = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 3, max: 150 })), {
      selector: ([id]) => id,
    })
    .map((all) => all.map(([id, length]) => control(`c${id}`, length)));

  it('puts each control into one document, never exceeds the limit, and is the same in any order', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 250, max: 600 }), (all, limit) => {
        const packed = pack(all, within(limit));
        expect(packed.flatMap((document) => document.units).sort()).toEqual(all.map(({ key }) => key).sort());
        expect(sizes(packed).every((size) => size <= limit)).toBe(true);
        expect(pack([...all].reverse(), within(limit))).toEqual(packed);
      }),
    );
  });

  it('is the same once the ledger knows it', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 250, max: 600 }), fc.integer({ min: 1, max: 9 }), (all, limit, slots) => {
        const packed = pack(all, within(limit, {}, slots));
        expect(pack(all, within(limit, numbersIn(packed), slots))).toEqual(packed);
      }),
    );
  });
});

describe('the units of a control', () => {
  const deny = (Action: string | string[], Resource = '*', Sid?: string): CompiledStatement => ({
    statement: { ...(Sid && { Sid }), Effect: 'Deny', Action, Resource },
    controls: ['made'],
  });
  const actions = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `s3:Action${String(index).padStart(3, '0')}`);

  it('are one where a document takes all of it', () => {
    const statements = [deny('s3:A'), deny('s3:B', 'arn:b')];
    expect(unitsOf('made', statements, 1000)).toEqual({ units: [{ key: 'made', statements }], tooLong: [] });
    expect(unitsOf('made', [], 1000)).toEqual({ units: [], tooLong: [] });
  });

  it('are several where none does, with the statements as they are', () => {
    const statements = [deny('s3:A', `arn:${'a'.repeat(100)}`), deny('s3:B', `arn:${'b'.repeat(100)}`)];
    expect(unitsOf('made', statements, 220).units).toEqual([
      { key: 'made', statements: statements.slice(0, 1) },
      { key: 'made#2', statements: statements.slice(1) },
    ]);
  });

  it('have parts of a statement that is longer than a document, cut between its actions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 130, max: 400 }), (count, limit) => {
        const { units, tooLong } = unitsOf('made', [deny(actions(count), '*', 'Long')], limit);
        expect(tooLong).toEqual([]);
        const all = units.flatMap(({ statements }) => statements.flatMap(({ statement }) => listOf(statement.Action)));
        expect(all).toEqual(actions(count));
        for (const { statements } of units) expect(contentOf(statements).length).toBeLessThanOrEqual(limit);
        expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
      }),
    );
  });

  it('leave out a statement that no document takes and that has no list of actions', () => {
    const long = deny('s3:A', `arn:${'a'.repeat(200)}`);
    expect(unitsOf('made', [long, deny('s3:B')], 150)).toEqual({
      units: [{ key: 'made', statements: [deny('s3:B')] }],
      tooLong: [long],
    });
  });
});

describe('a document', () => {
  const deny = (id: string, Sid: string, Action: string | string[], Resource = '*') => ({
    key: id,
    statements: [{ statement: { Sid, Effect: 'Deny' as const, Action, Resource }, controls: [id] }],
  });
  const statementsOf = (...units: ReturnType<typeof deny>[]) =>
    pack(units, { characters: 1000, slots: 1, known: {} })[0]?.statements ?? [];

  it('drops a Sid that stands twice in it, which AWS would refuse', () => {
    const statements = statementsOf(
      deny('a-b1', 'AB1', 's3:A', 'arn:a'),
      deny('ab-1', 'AB1', 's3:B', 'arn:b'),
      deny('c', 'C', 's3:C', 'arn:c'),
    );
    expect(statements.map(({ statement, controls }) => [controls[0], statement.Sid])).toEqual([
      ['a-b1', undefined],
      ['ab-1', undefined],
      ['c', 'C'],
    ]);
  });

  it('keeps for every control in a merged statement the actions that it asks for', () => {
    const [merged] = statementsOf(deny('keys', 'Keys', ['kms:Decrypt', 'kms:Encrypt']), deny('all', 'All', ['kms:*']));
    expect(merged).toEqual({
      statement: { Effect: 'Deny', Action: 'kms:*', Resource: '*' },
      controls: ['all', 'keys'],
      actionsOf: { all: ['kms:*'], keys: ['kms:Decrypt', 'kms:Encrypt'] },
    });
    expect(merged?.actionsOf?.keys?.every((action) => covers('kms:*', action))).toBe(true);
  });
});
