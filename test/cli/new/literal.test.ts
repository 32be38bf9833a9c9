import { Code, Commented, literal, meant } from '../../../cli/new/literal';

describe('a literal', () => {
  it('stands below each other at the top, and in one line below that where it fits', () => {
    expect(literal({ name: 'a', list: ['b', 'c'], fields: { d: 1, e: true }, gone: undefined })).toBe(
      "{\n  name: 'a',\n  list: ['b', 'c'],\n  fields: { d: 1, e: true },\n}",
    );
  });

  it('breaks what is too long for a line, and objects of a list that have several fields', () => {
    const long = 'x'.repeat(60);
    expect(literal({ list: [long, long] })).toBe(`{\n  list: [\n    '${long}',\n    '${long}',\n  ],\n}`);
    expect(literal({ title: `${long}${long}` })).toBe(`{\n  title:\n    '${long}${long}',\n}`);
    expect(
      literal({
        list: [
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ],
      }),
    ).toBe('{\n  list: [\n    { a: 1, b: 2 },\n    { a: 3, b: 4 },\n  ],\n}');
  });

  it('quotes text so that it needs few escapes, and names only where they need it', () => {
    expect(literal({ 'a-b': "it's", c: 'say "it"', d: `it's "it"`, e: 'a\nb\\' })).toBe(
      `{\n  'a-b': "it's",\n  c: 'say "it"',\n  d: 'it\\'s "it"',\n  e: 'a\\nb\\\\',\n}`,
    );
  });

  it('writes code and comments as they are, and means the values behind them', () => {
    const written = {
      where: new Code('everyAccount', 'every account'),
      ai: new Commented('Why.', { a: undefined, b: [1] }),
    };
    expect(literal(written)).toBe('{\n  where: everyAccount,\n  // Why.\n  ai: { b: [1] },\n}');
    expect(meant(written)).toEqual({ where: 'every account', ai: { b: [1] } });
  });
});
