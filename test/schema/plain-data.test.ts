import { plainData } from '../../schema/problems/plain-data';
import { problemsOf, withAccount } from '../support/bad-input';

const fieldsOf = (change: object): string[] =>
  problemsOf({ accounts: withAccount('sandbox', change) }).map(({ field }) => field);
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

describe('what is no plain data', () => {
  it.each([
    ['a Date in place of an object', { budget: new Date(0) }, ['budget']],
    ['a map in place of tags', { tags: new Map([['a', 'b']]) }, ['tags']],
    ['an object that inherits its fields', { tags: Object.create({ team: 'x' }) }, ['tags']],
    ['a function in place of text', { owner: () => 'research' }, ['owner']],
    ['a list with a hole', { regions: new Array(1) }, ['regions[0]']],
    ['what contains itself', { tags: cyclic }, ['tags.self']],
    ['a key that is no text', { tags: { [Symbol('team')]: 'x' } }, ['tags.Symbol(team)']],
    ['text with a character of no width', { owner: 'rese\u200barch' }, ['owner']],
    ['text with half a character', { tags: { team: '\ud800' } }, ['tags.team']],
  ])('is one problem of its field: %s', (_what, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });

  it('hides nothing that is wrong beside it', () => {
    expect(fieldsOf({ tags: cyclic, email: 'nobody', ou: 'Sandbocks' }).sort()).toEqual(['email', 'ou', 'tags.self']);
  });

  it('names the character that nobody sees', () => {
    expect(plainData('a\u200bb').impurities).toMatchObject([
      { rule: 'must not have a character that nobody sees: U+200B', fix: 'remove the character' },
    ]);
  });
});

describe('plain data', () => {
  it('is left as it is, with line breaks, tabs and the joiners of scripts', () => {
    const value = { 'k\u200cey': ['a\nb\tc', 1, true, null, { deep: [undefined] }], none: Object.create(null) };
    expect(plainData(value)).toEqual({ value, impurities: [] });
  });
});
