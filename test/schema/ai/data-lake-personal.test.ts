import * as fc from 'fast-check';
import { problemsOf, refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';

const lake = sampleLake();
const file = 'accounts/models.ts';
const change = (changed: object) => ({ file, accounts: withLake({ ...lake, ...changed }) });
const granted = (changed: object) =>
  change({ grants: [{ name: 'mine', to: [{ role: 'Trainer' }], table: 'clinical.admissions', ...changed }] });
const shows = (column: string) => `the column clinical.admissions.${column} is personal, and the grant would show it`;
const trainer = {
  field: 'ai.dataLake.grants[0].to[0]',
  value: 'role Trainer',
  fix: "or add 'Trainer' to ai.dataLake.clearance",
};

describe('a personal column', () => {
  refuses([
    { title: 'to be named', ...granted({ columns: ['age', 'patient'] }), ...trainer, rule: shows('patient') },
    {
      title: 'to be forgotten among exceptions',
      ...granted({ exceptColumns: ['home'] }),
      ...trainer,
      rule: shows('patient'),
    },
    {
      title: 'to be shown in some rows',
      ...granted({ columns: ['patient'], rows: 'age > 17' }),
      ...trainer,
      rule: shows('patient'),
    },
    { title: 'to be shown in part', ...granted({ columns: ['home.city'] }), ...trainer, rule: shows('home') },
    {
      title: 'to be excepted in part only',
      ...granted({ exceptColumns: ['patient', 'home.city'] }),
      ...trainer,
      rule: shows('home'),
    },
    {
      title: 'to go to another account, whatever the clearance',
      ...granted({ to: [{ account: 'sandbox' }], columns: ['patient'] }),
      field: 'ai.dataLake.grants[0].to[0]',
      value: 'account sandbox',
      rule: 'no clearance can be given',
      fix: 'leave the column out',
    },
    {
      title: 'to go to an OU',
      ...granted({ to: [{ ou: 'Sandbox' }], columns: ['patient'] }),
      field: 'ai.dataLake.grants[0].to[0]',
      value: 'OU Sandbox',
      rule: shows('patient'),
      fix: 'leave the column out',
    },
    {
      title: 'to be read from the objects',
      ...change({
        directReaders: ['Trainer'],
        databases: [tableWith([{ name: 'patient', type: 'string', personal: true }])],
        grants: [],
        tagGrants: [],
        tags: {},
      }),
      field: 'ai.dataLake.directReaders[0]',
      value: 'Trainer',
      rule: 'a role that reads the objects sees every column',
      fix: 'grant the role its columns instead',
    },
    {
      title: 'to be found by the LF-tag that it has from its database',
      ...change({
        databases: [
          { ...tableWith([{ name: 'patient', type: 'string', personal: true }]), tags: { sensitivity: 'open' } },
        ],
        grants: [],
        tagGrants: [{ name: 'open', to: [{ role: 'Trainer' }], tags: { sensitivity: ['open'] } }],
      }),
      field: 'ai.dataLake.tagGrants[0].to[0]',
      value: 'role Trainer',
      rule: 'the column clinical.people.patient is personal',
      fix: 'give the column an LF-tag of its own',
    },
  ]);

  it('is said once for each column that a whole table shows', () => {
    expect(problemsOf(granted({})).map(({ rule }) => rule)).toEqual([
      expect.stringContaining(shows('patient')),
      expect.stringContaining(shows('home')),
    ]);
  });

  it('may be seen by a role with clearance, and read by it', () => {
    expect(problemsOf(change({ directReaders: ['Researcher'] }))).toEqual([]);
  });

  it('is refused in exactly the grants that show it, however they are written', () => {
    fc.assert(
      fc.property(scenarios, ({ columns, grant, tagged, cleared }) => {
        const { accounts } = change({
          databases: [tableWith(columns)],
          clearance: cleared ? ['Trainer'] : [],
          grants: grant ? [{ name: 'named', to: [{ role: 'Trainer' }], table: 'clinical.people', ...grant }] : [],
          tagGrants: tagged ? [{ name: 'tagged', to: [{ role: 'Trainer' }], tags: { sensitivity: tagged } }] : [],
        });
        const visible = columns.filter(
          ({ name, tags }) =>
            (grant && (grant.columns ?? [name]).includes(name) && !grant.exceptColumns?.includes(name)) ||
            tagged?.includes(tags.sensitivity ?? ''),
        );
        const exposed = !cleared && visible.some(({ personal }) => personal);
        expect(problemsOf({ accounts }).length > 0).toBe(exposed);
      }),
      { numRuns: 60 },
    );
  });
});

function tableWith(columns: readonly object[]) {
  return { name: 'clinical', tables: [{ name: 'people', format: 'json', columns }] };
}

interface Columns {
  columns?: string[];
  exceptColumns?: string[];
}

const names = ['a', 'b', 'c', 'd'];
const someNames = fc.subarray(names, { minLength: 1 });
/** A grant that leaves all of them out is refused for that. */
const fewerNames = fc.subarray(names, { minLength: 1, maxLength: names.length - 1 });
const scenarios = fc.record({
  columns: fc.tuple(
    ...names.map((name) =>
      fc.record({
        name: fc.constant(name),
        type: fc.constant('string'),
        personal: fc.boolean(),
        tags: fc.oneof(
          fc.constant<{ sensitivity?: string }>({}),
          fc.constantFrom('open', 'personal').map((sensitivity) => ({ sensitivity })),
        ),
      }),
    ),
  ),
  grant: fc.option(
    fc.oneof(
      fc.constant<Columns>({}),
      someNames.map((columns): Columns => ({ columns })),
      fewerNames.map((exceptColumns): Columns => ({ exceptColumns })),
    ),
    { nil: undefined },
  ),
  tagged: fc.option(fc.subarray(['open', 'personal'], { minLength: 1 }), { nil: undefined }),
  cleared: fc.boolean(),
});
