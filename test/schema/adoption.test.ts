import { emptyLedger } from '../../schema/forms/ledger';
import { problemsThrownBy } from '../support/problems';
import { sampleAccounts, zoneOf } from '../support/zone';

const adopt = 'o-acme000000';
const workloads = { path: 'Workloads', adopt: 'ou-ab12-11112222' };
const rest = ['Security', 'Workloads/MachineLearning/Production', 'Sandbox', 'Suspended'];
const vended = sampleAccounts().filter(({ origin }) => origin !== 'adopted');

const problemsOf = (organizationalUnits: readonly unknown[], change: object = {}) =>
  problemsThrownBy(() => {
    const settings = { organization: { adopt }, organizationalUnits } as object;
    zoneOf({ settings, accounts: vended, controls: [], ...change });
  });
const file = 'accounts/landing-zone.ts';

describe('an OU that exists', () => {
  it('is adopted by its id, with OUs that are made below it', () => {
    expect(problemsOf([workloads, ...rest])).toEqual([]);
  });

  it.each([
    [
      'the id of something else',
      [{ path: 'Workloads', adopt: 'r-ab12' }, ...rest],
      { field: 'organizationalUnits[0].adopt', value: 'r-ab12', rule: 'must be the id of an OU: ou-ab12-11112222' },
    ],
    [
      'an OU below one that the landing zone makes',
      [{ path: 'Workloads/MachineLearning', adopt: 'ou-ab12-11112222' }, ...rest],
      {
        field: 'organizationalUnits[0].adopt',
        value: 'ou-ab12-11112222',
        rule: 'an OU that exists is below OUs that exist',
        fix: "add { path: 'Workloads', adopt: 'ou-…' }",
      },
    ],
    [
      'one id for two OUs',
      [workloads, { path: 'Lab', adopt: workloads.adopt }, ...rest],
      { field: 'organizationalUnits[1].adopt', rule: 'each OU has an id of its own' },
    ],
    [
      'an OU of another organization',
      [workloads, { path: 'Lab', adopt: 'ou-zz99-11112222' }, ...rest],
      { field: 'organizationalUnits[1].adopt', rule: expect.stringContaining("which is 'ab12' in that of Workloads") },
    ],
  ])('is refused: %s', (_, units, problem) => {
    expect(problemsOf(units)).toMatchObject([{ file, ...problem }]);
  });

  it('is refused in an organization that is yet to be made', () => {
    const settings = { organizationalUnits: [workloads, ...rest] };
    expect(problemsOf([], { settings })).toMatchObject([
      { file, field: 'organizationalUnits[0].adopt', rule: expect.stringContaining('yet to be made') },
    ]);
  });

  it('is refused where the landing zone made one at its path, and not where it was adopted before', () => {
    const organizationalUnits = { Security: 'Security', Workloads: 'Workloads' };
    const address = 'aws_organizations_organizational_unit.ou-Workloads';
    const ledger = (kept: Record<string, string[]>) => ({
      ...emptyLedger,
      organizationalUnits,
      protected: { management: { 'aws_organizations_organization.organization': [], ...kept } },
    });
    expect(problemsOf([workloads, ...rest], { ledger: ledger({}) })).toMatchObject([
      { file, field: 'organizationalUnits[0].adopt', rule: expect.stringContaining('that the landing zone made') },
    ]);
    expect(problemsOf([workloads, ...rest], { ledger: ledger({ [address]: [] }) })).toEqual([]);
    const left = { ...ledger({}), kept: { management: { [address]: [] } } };
    expect(problemsOf([workloads, ...rest], { ledger: left })).toEqual([]);
  });
});

describe('an account that exists', () => {
  const change = { settings: {}, accounts: sampleAccounts(), ledger: emptyLedger };

  it('is refused in an organization that is yet to be made', () => {
    expect(problemsOf([], change)).toMatchObject([
      {
        file: 'accounts/acquired.ts',
        field: 'origin',
        value: 'adopted',
        rule: expect.stringContaining('yet to be made'),
      },
    ]);
  });

  it('may join an organization that was deployed before, or that is adopted', () => {
    const accounts = { management: { key: 'management', state: 'active' } };
    expect(problemsOf([], { ...change, ledger: { ...emptyLedger, accounts } })).toEqual([]);
    expect(problemsOf([], { ...change, settings: { organization: { adopt } } })).toEqual([]);
  });
});
