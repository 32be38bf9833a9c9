import * as fc from 'fast-check';
import { knownRegions } from '../../schema/facts/regions';
import { describeProblem, InvalidLandingZone, nearestName, useOneOf } from '../../schema/problems/problem';

const problem = {
  file: 'accounts/sandbox.ts',
  field: 'regions[0]',
  value: 'eu-wst-1',
  rule: 'is not a governed region',
  fix: "did you mean 'eu-west-1'?",
};

describe('describeProblem', () => {
  it('shows place and value, rule and fix, each on its line', () => {
    expect(describeProblem(problem)).toBe(
      'accounts/sandbox.ts: regions[0] is "eu-wst-1"\n' +
        '  rule: is not a governed region\n' +
        "  fix:  did you mean 'eu-west-1'?",
    );
  });

  it('says that nothing is there where a value is missing', () => {
    expect(describeProblem({ ...problem, value: undefined })).toContain('regions[0] is nothing');
  });
});

describe('InvalidLandingZone', () => {
  it('counts the problems, says that nothing was written, and describes each', () => {
    const other = { ...problem, file: 'accounts/security.ts', field: 'email' };
    const { message } = new InvalidLandingZone([problem, other]);
    expect(message).toMatch(/^The landing zone has 2 problems; nothing was written\.\n/);
    expect(message).toContain(describeProblem(problem));
    expect(message).toContain(describeProblem(other));
    expect(new InvalidLandingZone([problem]).message).toContain('has 1 problem;');
  });
});

describe('nearestName', () => {
  const places = fc.record({
    region: fc.constantFrom(...knownRegions),
    at: fc.nat(20),
    letter: fc.constantFrom('a', '-'),
  });

  it('finds each name itself, in whatever case', () => {
    for (const region of knownRegions) {
      expect(nearestName(region, knownRegions)).toBe(region);
      expect(nearestName(region.toUpperCase(), knownRegions)).toBe(region);
    }
  });

  it('answers a name that is one letter away where a letter was added', () => {
    fc.assert(
      fc.property(places, ({ region, at, letter }) => {
        const typed = region.slice(0, at) + letter + region.slice(at);
        const found = nearestName(typed, knownRegions) ?? '';
        expect(oneLetterAway(typed, found)).toBe(true);
      }),
    );
  });

  it('answers nothing where no name is near', () => {
    expect(nearestName('x', ['management', 'security'])).toBeUndefined();
    expect(nearestName('anything', [])).toBeUndefined();
  });
});

describe('useOneOf', () => {
  it('leads with the nearest name', () => {
    expect(useOneOf('eu-wst-1', ['eu-west-1', 'us-east-1'])).toBe(
      "did you mean 'eu-west-1'? Known: eu-west-1, us-east-1",
    );
  });

  it('never ends in an empty list', () => {
    expect(useOneOf('anything', [])).toBe('there is none yet: add it there, or remove it here');
    expect(useOneOf('anything', [], 'delete the card')).toBe('delete the card');
  });

  it('lists the first twelve of many names', () => {
    expect(useOneOf(undefined, knownRegions)).toBe(`use one of: ${knownRegions.slice(0, 12).join(', ')}, …`);
  });
});

/** Whether one of the names becomes the other by one letter: left out, added or replaced. */
function oneLetterAway(typed: string, name: string): boolean {
  const without = (text: string) => [...text].map((_, index) => text.slice(0, index) + text.slice(index + 1));
  const replaced = without(typed).some((left, index) => left === without(name)[index]);
  return typed === name || without(typed).includes(name) || without(name).includes(typed) || replaced;
}
