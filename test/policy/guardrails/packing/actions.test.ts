import * as fc from 'fast-check';
import { covers, withoutCovered } from '../../../../policy/guardrails/packing/actions';

/** Texts of few signs, so that patterns meet. */
const text = (signs: string[]) =>
  fc.array(fc.constantFrom(...signs), { maxLength: 5 }).map((chosen) => chosen.join(''));
const pattern = text(['a', 'b', '*', '?']);

/** Whether a pattern matches a text, sign by sign. */
function matches([sign, ...rest]: string, actual: string): boolean {
  if (sign === undefined) return actual === '';
  const tail = rest.join('');
  if (sign === '*') return matches(tail, actual) || (actual !== '' && matches(`*${tail}`, actual.slice(1)));
  return actual !== '' && (sign === '?' || sign === actual[0]) && matches(tail, actual.slice(1));
}

describe('an action that covers another', () => {
  it.each([
    ['s3:*', 's3:GetObject'],
    ['*', 's3:*'],
    ['s3:Get*', 's3:GetObject*'],
    ['s3:?etObject', 's3:GetObject'],
    ['s3:getobject', 'S3:GetObject'],
    ['s3:Get?bject', 's3:Get?bject'],
  ])('%s covers %s', (wide, narrow) => {
    expect(covers(wide, narrow)).toBe(true);
  });

  it.each([
    ['s3:Get*', 's3:*'],
    ['s3:GetObject', 's3:Get*'],
    ['s3:GetObject?', 's3:GetObject*'],
    ['s3:*', 's3express:CreateSession'],
    ['s3.*', 's3:GetObject'],
  ])('%s does not cover %s', (wide, narrow) => {
    expect(covers(wide, narrow)).toBe(false);
  });

  it('matches all that the other one matches', () => {
    fc.assert(
      fc.property(pattern, pattern, text(['a', 'b']), (wide, narrow, action) => {
        fc.pre(covers(wide, narrow) && matches(narrow, action));
        expect(matches(wide, action)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('actions without those that are covered', () => {
  it('are in order, each once, in one spelling', () => {
    expect(withoutCovered(['s3:PutObject', 's3:GetObject', 'S3:getobject', 's3:PutObject'])).toEqual([
      's3:GetObject',
      's3:PutObject',
    ]);
  });

  it('keep one of two patterns that say the same', () => {
    expect(withoutCovered(['s3:**', 's3:*'])).toEqual(['s3:*']);
  });

  it('match what they matched before, in whichever order they came', () => {
    fc.assert(
      fc.property(fc.array(pattern), text(['a', 'b']), (patterns, action) => {
        const kept = withoutCovered(patterns);
        expect(kept.some((each) => matches(each, action))).toBe(patterns.some((each) => matches(each, action)));
        expect(withoutCovered([...patterns].reverse())).toEqual(kept);
      }),
    );
  });

  it('leave none that another one covers', () => {
    fc.assert(
      fc.property(fc.array(pattern), (patterns) => {
        const kept = withoutCovered(patterns);
        for (const each of kept)
          expect(kept.filter((other) => other !== each).some((other) => covers(other, each))).toBe(false);
      }),
    );
  });
});
