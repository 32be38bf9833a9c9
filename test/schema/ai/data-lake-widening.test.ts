import * as fc from 'fast-check';
import { problemsOf, refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';
import { sampleSettings } from '../../support/zone';

const file = 'accounts/models.ts';
const table = 'clinical.admissions';
const filtered = { name: 'some', to: [{ role: 'Trainer' }], table, columns: ['age', 'ward'], rows: "ward = 'A'" };
const open = { name: 'all', to: [{ role: 'Trainer' }], table, columns: ['year'] };
const byTag = (to: readonly object[], ...values: string[]) => ({ name: 'tagged', to, tags: { sensitivity: values } });

/** The sample lake with these grants. */
const granted = (grants: readonly object[], tagGrants: readonly object[] = []) => ({
  file,
  accounts: withLake({ ...sampleLake(), grants, tagGrants }),
});
const at = (field: string) => `ai.dataLake.${field}`;

describe('a row filter', () => {
  refuses([
    {
      title: 'a grant of all rows beside it, of whichever columns',
      ...granted([filtered, open]),
      field: at('grants[1].to[0]'),
      value: { role: 'Trainer' },
      rule: "'all' shows role Trainer every row of clinical.admissions, and the rows of 'some' (ward = 'A') then hide nothing",
      fix: "write the same rows into 'all'",
    },
    {
      title: 'a grant of all rows before it',
      ...granted([open, filtered]),
      field: at('grants[1].to[0]'),
      value: { role: 'Trainer' },
      rule: "'all' shows role Trainer every row of clinical.admissions, and the rows of 'some' (ward = 'A')",
      fix: 'leave the grantee out of one of the two',
    },
    {
      title: 'an LF-tag that the table has from its database',
      ...granted([filtered], [byTag([{ role: 'Researcher' }, { role: 'Trainer' }], 'internal')]),
      field: at('tagGrants[0].to[1]'),
      value: { role: 'Trainer' },
      rule: "'tagged' shows role Trainer every row of clinical.admissions",
      fix: "give the table, and columns with a tag of their own, an LF-tag that 'tagged' does not name",
    },
    {
      title: 'the grant of all rows to an OU of the account that it filters',
      ...granted([{ ...filtered, to: [{ account: 'sandbox' }] }], [byTag([{ ou: 'Sandbox' }], 'internal')]),
      field: at('tagGrants[0].to[0]'),
      value: { ou: 'Sandbox' },
      rule: "'tagged' shows OU Sandbox every row of clinical.admissions, and the rows of 'some' (ward = 'A') then hide nothing from account sandbox",
      fix: 'leave the grantee out',
    },
    {
      title: 'the grant of all rows to an OU within the OU that it filters',
      ...granted([
        { ...filtered, to: [{ ou: 'Workloads' }] },
        { ...open, to: [{ ou: 'Workloads/MachineLearning' }] },
      ]),
      field: at('grants[1].to[0]'),
      value: { ou: 'Workloads/MachineLearning' },
      rule: 'then hide nothing from OU Workloads',
      fix: 'leave the grantee out',
    },
    {
      title: 'another one on a column of its own',
      ...granted([filtered, { ...filtered, name: 'adults', columns: ['year', 'ward'], rows: 'age > 17' }]),
      field: at('grants[1].to[0]'),
      value: { role: 'Trainer' },
      rule: "of ward in clinical.admissions, 'some' shows the rows ward = 'A' and 'adults' the rows age > 17, so role Trainer sees both",
      fix: "(ward = 'A') OR (age > 17)",
    },
    {
      title: 'that its reader reads the objects themselves',
      file,
      accounts: withLake({
        ...sampleLake(),
        clearance: ['Researcher', 'Trainer'],
        directReaders: ['Trainer'],
        grants: [filtered],
        tagGrants: [],
      }),
      field: at('grants[0].to[0]'),
      value: { role: 'Trainer' },
      rule: 'a role that reads the objects sees every row',
      fix: 'take the role out of directReaders',
    },
  ]);

  it.each([
    [
      'another one on other columns',
      [filtered, { ...filtered, name: 'years', columns: ['year'], rows: 'age > 17' }],
      [],
    ],
    ['the same one on columns in common', [filtered, { ...filtered, name: 'more', columns: ['age', 'year'] }], []],
    ['a grant of all rows to another role', [filtered, { ...open, to: [{ role: 'Researcher' }] }], []],
    ['a grant of all rows on another table', [filtered, { ...open, table: 'clinical.wards', columns: ['ward'] }], []],
    ['an LF-tag that the table does not have', [filtered], [byTag([{ role: 'Trainer' }], 'open')]],
    [
      'an OU that the filtered account is not in',
      [{ ...filtered, to: [{ account: 'sandbox' }] }],
      [byTag([{ ou: 'Workloads' }], 'internal')],
    ],
  ])('may stand beside %s', (_title, grants, tagGrants) => {
    expect(problemsOf(granted(grants, tagGrants))).toEqual([]);
  });

  it('may stand beside a grant to an OU of which the name begins like that of the filtered account', () => {
    const settings = sampleSettings();
    const { accounts } = granted(
      [{ ...filtered, to: [{ account: 'sandbox' }] }],
      [byTag([{ ou: 'Sand' }], 'internal')],
    );
    const organizationalUnits = [...settings.organizationalUnits, 'Sand'];
    expect(problemsOf({ settings: { ...settings, organizationalUnits }, accounts })).toEqual([]);
  });

  it('is refused exactly where somebody would see a row that it hides', () => {
    fc.assert(
      fc.property(scenarios, ({ grants, tagged }) => {
        const lake = {
          ...sampleLake(),
          databases: [{ name: 'clinical', tables: [people] }],
          grants: grants.map((grant, index) => ({ ...grant, name: `grant-${'abc'[index]}`, table: 'clinical.people' })),
          tagGrants: tagged ? [{ ...byTag(tagged.to, tagged.value) }] : [],
        };
        const refused = problemsOf({ accounts: withLake(lake) }).some(({ rule }) => rule.includes('grants add up'));
        const all = tagged?.value === 'open' ? [...grants, { to: tagged.to, columns: ['c'] }] : grants;
        expect(refused).toBe(readers.some((reader) => seesHiddenRow(all.filter(({ to }) => to.some(reader)))));
      }),
      { numRuns: 150 },
    );
  });
});

const column = (name: string) => ({ name, type: 'string', tags: name === 'c' ? { sensitivity: 'open' } : {} });
const people = { name: 'people', format: 'json', columns: ['a', 'b', 'c'].map(column) };

type To = { readonly role: string } | { readonly account: string } | { readonly ou: string };
interface Shown {
  readonly to: readonly To[];
  readonly columns: readonly string[];
  /** All of them where there is none; `a = '1'` is the first row and `a = '2'` the second. */
  readonly rows?: string | undefined;
}

const grantees: readonly To[] = [
  { role: 'Trainer' },
  { role: 'Researcher' },
  { account: 'sandbox' },
  { account: 'acquired' },
  { ou: 'Sandbox' },
];

/** Everybody who reads, as what reaches them: two roles, and two accounts of one OU. */
const readers = [
  (to: To) => 'role' in to && to.role === 'Trainer',
  (to: To) => 'role' in to && to.role === 'Researcher',
  (to: To) => 'ou' in to || ('account' in to && to.account === 'sandbox'),
  (to: To) => 'ou' in to || ('account' in to && to.account === 'acquired'),
];

/** Whether, of what these grants show together, a column of one of them is seen in a row that it hides. */
function seesHiddenRow(grants: readonly Shown[]): boolean {
  const rowsOf = ({ rows }: Shown) => (rows === undefined ? ['1', '2'] : [rows.includes('1') ? '1' : '2']);
  const everything = grants.some(({ rows }) => rows === undefined);
  const seen = (name: string, row: string) =>
    everything || grants.some((grant) => grant.columns.includes(name) && rowsOf(grant).includes(row));
  return grants.some((grant) =>
    ['1', '2'].some((row) => !rowsOf(grant).includes(row) && grant.columns.some((name) => seen(name, row))),
  );
}

const to = fc.subarray([...grantees], { minLength: 1 });
const scenarios = fc.record({
  grants: fc.array(
    fc.record({
      to,
      columns: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      rows: fc.constantFrom(undefined, "a = '1'", "a = '2'"),
    }),
    { maxLength: 3 },
  ),
  tagged: fc.option(fc.record({ to, value: fc.constantFrom('open', 'internal') }), { nil: undefined }),
});
