import * as fc from 'fast-check';
import type { CompiledStatement } from '../../../../policy/guardrails/organization-policy';
import { covers } from '../../../../policy/guardrails/packing/actions';
import { contentOf, pack } from '../../../../policy/guardrails/packing/documents';
import { listOf } from '../../../../policy/guardrails/packing/normal-form';

const deny = (Action: string | string[], Resource = '*', Sid?: string): CompiledStatement => ({
  statement: { ...(Sid && { Sid }), Effect: 'Deny', Action, Resource },
  controls: ['made-control'],
});
const actions = (count: number, service = 's3'): string[] =>
  Array.from({ length: count }, (_, index) => `${service}:Action${String(index).padStart(3, '0')}`);
const sizes = (statements: readonly CompiledStatement[], characters: number) =>
  pack(statements, characters).documents.map((document) => contentOf(document).length);

describe('packing', () => {
  it('makes no document of no statement', () => {
    expect(pack([], 100)).toEqual({ documents: [], tooLong: [] });
  });

  it('writes documents of the current version without white space', () => {
    expect(pack([deny('s3:*')], 200).documents.map(contentOf)).toEqual([
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
    ]);
  });

  it('fills a document to the last character, and opens another for one more', () => {
    const [one = 0] = sizes([deny('s3:A'), deny('s3:B')], 1000);
    expect(sizes([deny('s3:A'), deny('s3:B')], one)).toEqual([one]);
    expect(sizes([deny('s3:A'), deny('s3:B')], one - 1)).toHaveLength(2);
  });

  it('places the longest statements first, and short ones where room is left', () => {
    const [short, long] = [deny('s3:A', 'arn:a'), deny('s3:B', `arn:${'b'.repeat(100)}`)];
    const { documents } = pack([short, long, deny('s3:C', `arn:${'c'.repeat(80)}`)], 280);
    expect(documents.map((document) => document.map(({ statement }) => statement.Action))).toEqual([
      ['s3:A', 's3:B'],
      ['s3:C'],
    ]);
  });

  it('cuts a statement that is longer than a document between its actions', () => {
    const { documents, tooLong } = pack([deny(actions(20), '*', 'Long')], 200);
    expect(tooLong).toEqual([]);
    expect(documents.flat().flatMap((each) => listOf(each.statement.Action))).toEqual(
      expect.arrayContaining(actions(20)),
    );
    for (const document of documents) expect(contentOf(document).length).toBeLessThanOrEqual(200);
  });

  it('names beside a part only the controls that ask for its actions', () => {
    const merged: CompiledStatement = {
      statement: { Effect: 'Deny', Action: [...actions(8, 'kms'), ...actions(8, 's3')], Resource: '*' },
      controls: ['keys', 'objects'],
      actionsOf: { keys: actions(8, 'kms'), objects: actions(8, 's3') },
    };
    for (const document of pack([merged], 250).documents)
      for (const { statement, controls, actionsOf } of document) {
        const services = new Set(listOf(statement.Action).map((action) => action.split(':')[0]));
        expect(controls).toEqual([
          ...(services.has('kms') ? ['keys'] : []),
          ...(services.has('s3') ? ['objects'] : []),
        ]);
        expect(Object.keys(actionsOf ?? {})).toEqual(controls);
      }
  });

  it('returns a statement that no document takes and that has no list of actions', () => {
    const long = deny('s3:A', `arn:${'a'.repeat(200)}`);
    expect(pack([long, deny('s3:B')], 150)).toEqual({ documents: [[deny('s3:B')]], tooLong: [long] });
  });

  it('drops a Sid that stands twice in a document, which AWS would refuse', () => {
    const { documents } = pack([deny('s3:A', '*', 'Same'), deny('s3:B', '*', 'Same'), deny('s3:C', '*', 'Other')], 500);
    expect(documents.flat().map(({ statement }) => statement.Sid)).toEqual(['Other', undefined, undefined]);
  });

  const statement = fc.record({
    actions: fc.uniqueArray(fc.constantFrom(...actions(40)), { minLength: 1 }),
    resource: fc.integer({ min: 1, max: 60 }).map((length) => `arn:${'r'.repeat(length)}`),
  });
  const statements = fc
    .uniqueArray(statement, { selector: ({ resource }) => resource })
    .map((all) => all.map(({ actions, resource }) => deny(actions.sort(), resource)));

  it('loses nothing, repeats nothing, adds nothing and never exceeds the limit', () => {
    fc.assert(
      fc.property(statements, fc.integer({ min: 120, max: 600 }), (all, limit) => {
        const { documents, tooLong } = pack(all, limit);
        const packed = [...documents.flat(), ...tooLong];
        const pairs = (some: readonly CompiledStatement[]) =>
          some.flatMap(({ statement: { Action, Resource } }) =>
            listOf(Action).map((action) => `${action} ${Resource}`),
          );
        expect(pairs(packed).sort()).toEqual(pairs(all).sort());
        for (const document of documents) expect(contentOf(document).length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('does not depend on the order of the statements', () => {
    fc.assert(
      fc.property(statements, fc.integer({ min: 120, max: 600 }), (all, limit) => {
        expect(pack([...all].reverse(), limit)).toEqual(pack(all, limit));
      }),
    );
  });

  it('leaves no two documents that would fit in one', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const frame = sizes([deny('s3:A')], 500)[0] ?? 0;
        const contents = sizes(all, 500);
        const empty = frame - JSON.stringify(deny('s3:A').statement).length;
        for (const [index, one] of contents.entries())
          for (const other of contents.slice(index + 1)) expect(one + other - empty + 1).toBeGreaterThan(500);
      }),
    );
  });

  it('keeps every action of a control in a part that names it', () => {
    const wide: CompiledStatement = {
      statement: { Effect: 'Deny', Action: ['kms:*', ...actions(30)], Resource: '*' },
      controls: ['keys', 'objects'],
      actionsOf: { keys: ['kms:Decrypt', 'kms:Encrypt'], objects: ['kms:*', ...actions(30)] },
    };
    const parts = pack([wide], 300).documents.flat();
    for (const [id, asked] of Object.entries(wide.actionsOf ?? {}))
      for (const action of asked)
        expect(
          parts.some(
            ({ statement, controls }) =>
              controls.includes(id) && listOf(statement.Action).some((each) => covers(each, action)),
          ),
        ).toBe(true);
  });
});
