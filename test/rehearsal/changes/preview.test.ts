import { effectOf, tryContradiction } from '../../../rehearsal/changes/preview';
import type { NamedChange } from '../../../rehearsal/changes/table';
import { InvalidLandingZone } from '../../../schema/problems/problem';

const live: NamedChange = { field: 'f', kind: 'live', writes: [] };
const words: NamedChange = { field: 'f', kind: 'words', writes: [] };
const refused: NamedChange = { field: 'f', kind: 'refused', writes: [], says: 'for good' };

describe('what a change makes of the stacks', () => {
  it('is a refusal where the landing zone is wrong, and nothing else', () => {
    const problem = { file: 'f.ts', field: 'f', value: 1, rule: 'is so for good', fix: 'go back' };
    const refuse = () => {
      throw new InvalidLandingZone([problem]);
    };
    expect(effectOf(new Map(), refuse)).toEqual({ refusal: expect.stringContaining('is so for good') });
    const crash = () => {
      throw new Error('a bug');
    };
    expect(() => effectOf(new Map(), crash)).toThrow('a bug');
  });
});

describe('a row of the table', () => {
  it('agrees with what it does', () => {
    expect(tryContradiction(live, { changed: ['security'] })).toBeUndefined();
    expect(tryContradiction(words, { changed: [] })).toBeUndefined();
    expect(tryContradiction(refused, { refusal: 'this is so for good' })).toBeUndefined();
  });

  it.each([
    [live, { changed: [] }, /nothing is rehearsed/],
    [live, { refusal: 'no' }, /synth refuses it:\nno/],
    [words, { changed: ['security'] }, /it changes security/],
    [refused, { changed: ['security'] }, /synth lets it through/],
    [refused, { refusal: 'no' }, /without saying 'for good'/],
  ])('is contradicted by something else: %j and %j', (change, effect, said) => {
    expect(tryContradiction(change, effect)).toMatch(said);
  });
});
