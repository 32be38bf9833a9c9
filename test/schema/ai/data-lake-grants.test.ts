import { refuses } from '../../support/bad-input';
import { sampleLake, withLake } from '../../support/data-lake';

const lake = sampleLake();
const file = 'accounts/models.ts';
const change = (changed: object) => ({ file, accounts: withLake({ ...lake, ...changed }) });
const grant = { name: 'mine', to: [{ role: 'Trainer' }], table: 'clinical.admissions', columns: ['age'] };
const granted = (changed: object) => change({ grants: [{ ...grant, ...changed }] });
const at = (field: string) => `ai.dataLake.${field}`;

describe('a grant of a data lake', () => {
  refuses([
    {
      title: 'a grant by a value that nothing may have',
      ...change({ tagGrants: [{ name: 'tagged', to: [{ role: 'Trainer' }], tags: { sensitivity: ['opne'] } }] }),
      field: at('tagGrants[0].tags.sensitivity[0]'),
      value: 'opne',
      rule: "is not a value of 'sensitivity'",
      fix: "did you mean 'open'?",
    },
    {
      title: 'a grant by no tag at all',
      ...change({ tagGrants: [{ name: 'tagged', to: [{ role: 'Researcher' }], tags: {} }] }),
      field: at('tagGrants[0].tags'),
      value: {},
      rule: 'would grant everything',
      fix: 'name a key',
    },
    {
      title: 'a grant on an unknown table',
      ...granted({ table: 'clinical.admisions' }),
      field: at('grants[0].table'),
      value: 'clinical.admisions',
      rule: 'is not a table of the lake',
      fix: "did you mean 'clinical.admissions'?",
    },
    {
      title: 'a grant of an unknown column',
      ...granted({ columns: ['agee'] }),
      field: at('grants[0].columns[0]'),
      value: 'agee',
      rule: 'is not a column of clinical.admissions',
      fix: "did you mean 'age'?",
    },
    {
      title: 'an exception that excepts nothing',
      ...granted({ columns: undefined, exceptColumns: ['patient', 'home', 'wards'] }),
      field: at('grants[0].exceptColumns[2]'),
      value: 'wards',
      rule: 'is not a column',
      fix: "did you mean 'ward'?",
    },
    {
      title: 'both what is seen and what is not',
      ...granted({ exceptColumns: ['patient'] }),
      field: at('grants[0].exceptColumns'),
      value: ['patient'],
      rule: 'never both',
      fix: 'remove columns or exceptColumns',
    },
    {
      title: 'a part of what has no parts',
      ...granted({ columns: ['age.years'] }),
      field: at('grants[0].columns[0]'),
      value: 'age.years',
      rule: 'it is not a struct',
      fix: "write 'age'",
    },
    {
      title: 'a part that the struct does not have',
      ...granted({ to: [{ role: 'Researcher' }], columns: undefined, exceptColumns: ['home.street'] }),
      field: at('grants[0].exceptColumns[0]'),
      value: 'home.street',
      rule: "is not a part of 'home', which is struct<city:string>",
      fix: 'use one of: home.city',
    },
    {
      title: 'every column left out',
      ...granted({ table: 'clinical.wards', columns: undefined, exceptColumns: ['ward'] }),
      field: at('grants[0].exceptColumns'),
      value: ['ward'],
      rule: 'a grant lets see one column at least',
      fix: 'remove the grant',
    },
    {
      title: 'a part that lies too deep for a filter',
      ...granted({ to: [{ role: 'Researcher' }], columns: ['home.a.b.c.d.e'] }),
      field: at('grants[0].columns[0]'),
      value: 'home.a.b.c.d.e',
      rule: 'at most 5 levels deep',
      fix: 'name the struct around it',
    },
    {
      title: 'a row filter on an unknown column',
      ...granted({ rows: "wrad = 'A'" }),
      field: at('grants[0].rows'),
      value: "wrad = 'A'",
      rule: "'wrad' is not a column of clinical.admissions",
      fix: "did you mean 'ward'?",
    },
    {
      title: 'a row filter beside a part of a column, which Lake Formation does not filter',
      ...granted({ to: [{ role: 'Researcher' }], columns: ['home.city'], rows: "ward = 'A'" }),
      field: at('grants[0].rows'),
      value: "ward = 'A'",
      rule: 'filters no rows where parts of a column are named (home.city)',
      fix: 'name the whole column',
    },
    {
      title: 'a row filter beside a part of a column that is left out',
      ...granted({
        to: [{ role: 'Researcher' }],
        columns: undefined,
        exceptColumns: ['home.city'],
        rows: "ward = 'A'",
      }),
      field: at('grants[0].rows'),
      value: "ward = 'A'",
      rule: 'filters no rows where parts of a column are named (home.city)',
      fix: 'name the whole column',
    },
    {
      title: 'a row filter on an array, which Lake Formation does not compare',
      ...change({
        databases: [
          {
            ...lake.databases[0],
            tables: [{ name: 'wards', format: 'parquet', columns: [{ name: 'rooms', type: 'array<int>' }] }],
          },
        ],
        grants: [{ ...grant, table: 'clinical.wards', columns: undefined, rows: 'rooms IS NOT NULL' }],
      }),
      field: at('grants[0].rows'),
      value: 'rooms IS NOT NULL',
      rule: "'rooms' is of the type array<int>",
      fix: 'leave it out',
    },
    {
      title: 'a row filter that does not end',
      ...granted({ rows: "(ward = 'A'" }),
      field: at('grants[0].rows'),
      value: "(ward = 'A'",
      rule: 'a bracket is not closed',
      fix: "ward = 'A' AND age > 17",
    },
    {
      title: 'two grants of one name, which data cells filters would share',
      ...change({ grants: [grant, { ...grant, table: 'clinical.wards', columns: ['ward'] }] }),
      field: at('grants[1].name'),
      value: 'mine',
      rule: 'names of grants are unique',
      fix: 'rename',
    },
    {
      title: 'two lists of columns of one table for one role',
      ...change({ grants: [grant, { ...grant, name: 'second', columns: ['ward'] }] }),
      field: at('grants[1].to[0]'),
      value: { role: 'Trainer' },
      rule: "'mine' is the one on clinical.admissions",
      fix: 'into one grant',
    },
    {
      title: 'the same filter for one role twice',
      ...change({ grants: ['one', 'two'].map((name) => ({ ...grant, name, rows: 'age > 17' })) }),
      field: at('grants[1].to[0]'),
      value: { role: 'Trainer' },
      rule: "'one' is the one on clinical.admissions",
      fix: 'into one grant',
    },
    {
      title: 'one expression for one role twice',
      ...change({
        tagGrants: ['one', 'two'].map((name) => ({ name, to: [{ role: 'Trainer' }], tags: { sensitivity: ['open'] } })),
      }),
      field: at('tagGrants[1].to[0]'),
      value: { role: 'Trainer' },
      rule: 'must not have the same expression twice',
      fix: 'remove the duplicate',
    },
  ]);
});
