import { tellProblems } from '../../cli/tell-problems';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';

const told = (read: () => LandingZone): string => {
  let text = '';
  tellProblems({ write: (more) => (text += more) }, read);
  return text;
};

describe('what is said beside type errors', () => {
  it('is every problem of the landing zone', () => {
    const problem = {
      file: 'accounts/web.ts',
      field: 'ou',
      value: 'App',
      rule: 'is no OU',
      fix: "did you mean 'Apps'?",
    };
    expect(
      told(() => {
        throw new InvalidLandingZone([problem]);
      }),
    ).toMatch(/^\nThe landing zone has 1 problem; nothing was written\.\n\naccounts\/web\.ts: ou is "App"\n/);
  });

  it('is nothing where the types are all that is wrong', () => {
    expect(told(() => ({}) as LandingZone)).toBe('');
  });
});
